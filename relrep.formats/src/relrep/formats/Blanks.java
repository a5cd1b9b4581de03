package relrep.formats;

/** Finds words in a line that are separated by spaces and tabs. */
final class Blanks {
    private Blanks() {}

    static boolean is(byte b) {
        return b == ' ' || b == '\t';
    }

    /** Returns the start of the next word, or the end. */
    static int skip(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && is(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Returns the end of the word that starts here. */
    static int word(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && !is(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Returns the end of the last word before {@code end}. */
    static int skipBack(byte[] bytes, int start, int end) {
        int at = end;
        while (at > start && is(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    /** Returns the start of the word that ends here. */
    static int wordBack(byte[] bytes, int start, int end) {
        int at = end;
        while (at > start && !is(bytes[at - 1])) {
            at--;
        }
        return at;
    }
}
