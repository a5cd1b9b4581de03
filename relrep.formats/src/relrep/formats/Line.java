package relrep.formats;

import java.nio.charset.StandardCharsets;

/**
 * The features of one line of a text of vectors.
 *
 * @param words the number of words
 * @param beginsWithNumber whether the first word is a number, or stands for one, like {@code nan}
 * @param trailing the count of numbers at the end, after the first word
 * @param count the first number of a line of two whole numbers, else -1
 * @param width the second number of a line of two whole numbers, else -1
 * @param tabs the number of tabs between words
 * @param fractions the count of numbers that are not integers
 * @param indented whether blanks precede the first word; they may be a word themselves
 */
record Line(
        int words,
        boolean beginsWithNumber,
        int trailing,
        long count,
        long width,
        int tabs,
        int fractions,
        boolean indented) {
    private static final long WIDEST = 1 << 24;

    static Line of(TextLines lines) {
        byte[] bytes = lines.bytes();
        int words = 0;
        int trailing = 0;
        int fractions = 0;
        boolean first = false;
        long[] whole = {-1, -1};
        int at = Blanks.skip(bytes, lines.start(), lines.end());
        boolean indented = at > lines.start();
        int tabs = 0;
        int end = Blanks.skipBack(bytes, at, lines.end());
        for (int i = lines.start(); i < end; i++) {
            tabs += bytes[i] == '\t' ? 1 : 0;
        }
        while (at < lines.end()) {
            int to = Blanks.word(bytes, at, lines.end());
            double value = Decimal.of(bytes, at, to);
            boolean number = !Double.isNaN(value);
            fractions += number && value != Math.rint(value) ? 1 : 0;
            if (words < whole.length) {
                whole[words] = natural(bytes, at, to);
            }
            if (words == 0) {
                first = number || meant(bytes, at, to);
                trailing = number && indented ? 1 : 0;
            } else {
                trailing = number ? trailing + 1 : 0;
            }
            words++;
            at = Blanks.skip(bytes, to, lines.end());
        }
        boolean two = words == 2 && whole[0] >= 0 && whole[1] >= 0;
        return new Line(
                words,
                first,
                trailing,
                two ? whole[0] : -1,
                two ? whole[1] : -1,
                tabs,
                fractions,
                indented);
    }

    private static boolean meant(byte[] bytes, int from, int to) {
        String word = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return Cell.of(word, false) == Cell.BAD;
    }

    /** Returns whether this first line may be a header: the number of vectors and their width. */
    boolean header() {
        return count >= 0 && width <= WIDEST;
    }

    /** Returns the first word of a line as a row counter if it is a whole number, else -1. */
    static long counter(TextLines lines) {
        byte[] bytes = lines.bytes();
        int from = Blanks.skip(bytes, lines.start(), lines.end());
        return natural(bytes, from, Blanks.word(bytes, from, lines.end()));
    }

    /** Returns the first word of a line as a number, or NaN. */
    static double first(TextLines lines) {
        byte[] bytes = lines.bytes();
        int from = Blanks.skip(bytes, lines.start(), lines.end());
        return Decimal.of(bytes, from, Blanks.word(bytes, from, lines.end()));
    }

    /** Returns the last word of a line as a number, or NaN. */
    static double last(TextLines lines) {
        byte[] bytes = lines.bytes();
        int to = Blanks.skipBack(bytes, lines.start(), lines.end());
        return Decimal.of(bytes, Blanks.wordBack(bytes, lines.start(), to), to);
    }

    /** Returns whether the words of a line are integers at equal distances. */
    static boolean even(TextLines lines) {
        byte[] bytes = lines.bytes();
        EqualSteps progression = new EqualSteps();
        int at = Blanks.skip(bytes, lines.start(), lines.end());
        while (at < lines.end()) {
            int to = Blanks.word(bytes, at, lines.end());
            progression.add(Decimal.of(bytes, at, to));
            at = Blanks.skip(bytes, to, lines.end());
        }
        return progression.holds() && progression.integers();
    }

    /**
     * Returns whether more than half of the words, without one for the key, are numbers that are
     * not integers.
     */
    boolean fractional() {
        return 2 * fractions > words - 1;
    }

    /** Returns whether a line is one whole number. */
    static boolean whole(TextLines lines) {
        byte[] bytes = lines.bytes();
        int from = Blanks.skip(bytes, lines.start(), lines.end());
        int to = Blanks.skipBack(bytes, from, lines.end());
        return to - from <= 19
                && Decimal.whole(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private static long natural(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || to - from > 18) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return from == to ? -1 : value;
    }
}
