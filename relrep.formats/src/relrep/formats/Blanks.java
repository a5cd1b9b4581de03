package relrep.formats;

/** Spaces and tabs between the words of a line. */
final class Blanks {
    private Blanks() {}

    static boolean is(byte b) {
        return b == ' ' || b == '\t';
    }

    /** Returns where the next word begins, or the end. */
    static int skip(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && is(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Returns where the word ends that begins here. */
    static int word(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && !is(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Returns where the last word before {@code end} ends. */
    static int skipBack(byte[] bytes, int start, int end) {
        int at = end;
        while (at > start && is(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    /** Returns where the word begins that ends here. */
    static int wordBack(byte[] bytes, int start, int end) {
        int at = end;
        while (at > start && !is(bytes[at - 1])) {
            at--;
        }
        return at;
    }
}
