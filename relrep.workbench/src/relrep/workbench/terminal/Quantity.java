package relrep.workbench.terminal;

/** A number of things, as a sentence has it: {@code 1 row}, {@code 20 rows}. */
public final class Quantity {
    private Quantity() {}

    /** Returns the number and the word for so many; more than one have an {@code s}. */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    /** Returns the number and the word for so many. */
    public static String of(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }

    /** Returns the number, the word, and {@code is} or {@code are}. */
    public static String are(long number, String one) {
        return of(number, one) + (number == 1 ? " is" : " are");
    }
}
