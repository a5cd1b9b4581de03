package relrep.formats;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The key of a line whose words outnumber a vector. It is a key of several words, {@code route 66}
 * or {@code . . .}, or the line is damaged: it has too many numbers, or two lines were joined.
 */
final class PhraseKey {
    private static final Pattern DECIMAL = Pattern.compile("\\d\\.\\d|(^|\\s|-)\\.\\d");

    private final TextLines lines;
    private final int end;
    private final int numbers;

    /**
     * Examines the line.
     *
     * @param end the end of the key
     * @param numbers the start of the vector
     */
    PhraseKey(TextLines lines, int end, int numbers) {
        this.lines = lines;
        this.end = end;
        this.numbers = numbers;
    }

    /**
     * Returns whether numbers in the key may belong to the vector. They do not if tabs occur only
     * after the key and within the vector. A whole number at the end of the key does not if a
     * header gives the width, or if all numbers of the vector have a decimal point.
     *
     * @param width of the vector
     * @param told whether a header gives the width
     */
    boolean doubtful(int width, boolean told) {
        byte[] bytes = lines.bytes();
        int first = Blanks.skip(bytes, lines.start(), end);
        int last = Blanks.wordBack(bytes, lines.start(), end);
        if (last <= first) {
            return false;
        }
        String word = new String(bytes, first, end - first, StandardCharsets.ISO_8859_1);
        String part = new String(bytes, last, end - last, StandardCharsets.ISO_8859_1);
        if (part.equals("-") || part.equals("+") || DECIMAL.matcher(word).find()) {
            return true;
        }
        boolean number = !Double.isNaN(Decimal.of(part));
        return number && !(Decimal.whole(part) && (told || allWithPoints(width)));
    }

    /** Returns whether the key has several words and ends in a whole number. */
    boolean numbered() {
        byte[] bytes = lines.bytes();
        int first = Blanks.skip(bytes, lines.start(), end);
        int last = Blanks.wordBack(bytes, lines.start(), end);
        String part = new String(bytes, last, end - last, StandardCharsets.ISO_8859_1);
        return last > first && Decimal.whole(part);
    }

    /**
     * Returns whether each number of the vector has a point with a digit before it, so that none
     * was cut in two.
     */
    private boolean allWithPoints(int width) {
        byte[] bytes = lines.bytes();
        int at = numbers;
        for (int i = 0; i < width; i++) {
            at = Blanks.skip(bytes, at, lines.end());
            int to = Blanks.word(bytes, at, lines.end());
            int digit = bytes[at] == '-' || bytes[at] == '+' ? at + 1 : at;
            if (count('.', at, to) == 0 || bytes[digit] == '.') {
                return false;
            }
            at = to;
        }
        return true;
    }

    private int count(char wanted, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += lines.bytes()[i] == wanted ? 1 : 0;
        }
        return count;
    }
}
