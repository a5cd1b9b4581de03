package relrep.formats;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

import java.nio.charset.StandardCharsets;

/**
 * Numbers as written in decimals, read as doubles: the nearest double, then the nearest float, as
 * NumPy reads them.
 */
final class Decimal {
    private static final int LONG_DIGITS = 18;

    private Decimal() {}

    /** Returns the number, or NaN where there is no finite number. */
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
     * Returns whether there is a digit and nothing but what numbers are written with. Words are
     * refused without the cost of an exception, and so is what Java alone reads as numbers: blanks
     * around them, {@code 1f}, {@code 0x1p3}, {@code Infinity}.
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

    /** Returns whether a text is a whole number that a long can hold, and nothing else. */
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
