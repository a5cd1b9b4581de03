package relrep.formats;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers as doubles: the nearest double, from which the nearest float is taken, as
 * NumPy does.
 */
final class Decimal {
    private static final int LONG_DIGITS = 18;

    private Decimal() {}

    /** Returns the number, or NaN if the text is not a finite number. */
    static double of(byte[] bytes, int from, int to) {
        if (!plausible(bytes, from, to)) {
            return Double.NaN;
        }
        try {
            double value = JavaDoubleParser.parseDouble(bytes, from, to - from);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * Returns whether the text has a digit and only characters of numbers. This rejects words
     * without the cost of an exception. It also rejects texts that only Java reads as numbers:
     * surrounding blanks, {@code 1f}, {@code 0x1p3}, {@code Infinity}.
     */
    private static boolean plausible(byte[] bytes, int from, int to) {
        boolean digit = false;
        for (int at = from; at < to; at++) {
            int c = bytes[at];
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if (c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return digit;
    }

    /** Returns whether a text is a whole number within the range of a long. */
    static boolean whole(String text) {
        int from = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int digits = text.length() - from;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return digits >= 1 && digits <= LONG_DIGITS;
    }

    /** Returns the number in a text, or NaN. */
    static double of(String text) {
        String plain = text.strip();
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) > 0x7e) {
                return Double.NaN;
            }
        }
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
        return of(bytes, 0, bytes.length);
    }
}
