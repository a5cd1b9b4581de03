package relrep.formats;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A word of several parts before a vector, as {@code route 66} or {@code . . .}; or what is left of
 * a line with too many numbers, or of two lines that became one.
 */
final class Phrase {
    private static final Pattern DECIMAL = Pattern.compile("\\d\\.\\d|(^|\\s|-)\\.\\d");

    private final TextLines lines;
    private final int end;
    private final int numbers;

    /**
     * Looks at the line.
     *
     * @param end of the word
     * @param numbers where the vector begins
     */
    Phrase(TextLines lines, int end, int numbers) {
        this.lines = lines;
        this.end = end;
        this.numbers = numbers;
    }

    /**
     * Returns whether numbers in the word may belong to a vector. They do not where tabs are
     * between word and vector and in it alone. A whole number at the end does not where a header
     * tells the width, or all of the vector has points.
     *
     * @param width of the vector
     * @param told whether a header tells it
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

    /** Returns whether the word has several parts and ends in a whole number. */
    boolean numbered() {
        byte[] bytes = lines.bytes();
        int first = Blanks.skip(bytes, lines.start(), end);
        int last = Blanks.wordBack(bytes, lines.start(), end);
        String part = new String(bytes, last, end - last, StandardCharsets.ISO_8859_1);
        return last > first && Decimal.whole(part);
    }

    /** Whether each number has a point with a digit before it, so that none was cut in two. */
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
