package relrep.workbench.terminal;

/** A number with its noun in the right form: {@code 1 row}, {@code 20 rows}. */
public final class Quantity {
    private Quantity() {}

    /** Returns the number and the noun, with an {@code s} unless the number is 1. */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    /** Returns the number and the noun in the singular or the plural. */
    public static String of(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }

    /** Returns the number, the noun, and {@code is} or {@code are}. */
    public static String are(long number, String one) {
        return of(number, one) + (number == 1 ? " is" : " are");
    }
}
