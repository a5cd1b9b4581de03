package relrep.formats;

import java.nio.charset.StandardCharsets;

/**
 * Numbers as written in decimals, read as doubles: the nearest double, then the nearest float, as
 * NumPy reads them.
 */
final class Decimal {
    private static final int DIGITS = 18;
    private static final int EXACT_POWER = 22;
    private static final long EXACT = 1L << 53;
    private static final int LARGEST_EXPONENT = 10_000;
    private static final double[] POWERS = new double[EXACT_POWER + 1];

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++, power *= 10) {
            POWERS[i] = power;
        }
    }

    private Decimal() {}

    /** Returns the number, or NaN where there is no finite number. */
    static double of(byte[] bytes, int from, int to) {
        int at = from;
        boolean minus = at < to && bytes[at] == '-';
        if (at < to && (minus || bytes[at] == '+')) {
            at++;
        }
        long mantissa = 0;
        int digits = 0;
        int significant = 0;
        int exponent = 0;
        boolean point = false;
        for (; at < to; at++) {
            int c = bytes[at];
            if (c >= '0' && c <= '9') {
                digits++;
                if (significant < DIGITS) {
                    mantissa = mantissa * 10 + (c - '0');
                    significant += mantissa == 0 ? 0 : 1;
                    exponent -= point ? 1 : 0;
                } else {
                    significant++;
                    exponent += point ? 0 : 1;
                }
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        if (at < to) {
            int written = exponent(bytes, at, to);
            if (written == Integer.MIN_VALUE) {
                return Double.NaN;
            }
            exponent += written;
        }
        double value =
                significant <= DIGITS && mantissa <= EXACT && Math.abs(exponent) <= EXACT_POWER
                        ? exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent]
                        : Math.abs(slow(bytes, from, to));
        return Double.isInfinite(value) ? Double.NaN : minus ? -value : value;
    }

    /** Returns an exponent such as {@code e-05}, or the smallest integer where it is none. */
    private static int exponent(byte[] bytes, int from, int to) {
        if (bytes[from] != 'e' && bytes[from] != 'E') {
            return Integer.MIN_VALUE;
        }
        int at = from + 1;
        boolean minus = at < to && bytes[at] == '-';
        if (at < to && (minus || bytes[at] == '+')) {
            at++;
        }
        if (at == to) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(LARGEST_EXPONENT, exponent * 10 + digit);
        }
        return minus ? -exponent : exponent;
    }

    private static double slow(byte[] bytes, int from, int to) {
        return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }

    /** Tells whether a text is a whole number that a long can hold, and nothing else. */
    static boolean whole(String text) {
        int from = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int digits = text.length() - from;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return digits >= 1 && digits <= DIGITS;
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
