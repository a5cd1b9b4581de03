package relrep.report.summary;

import java.util.Locale;

/** Formats numbers for tables, with four significant digits. */
public final class Digits {
    /** The text for a missing number. */
    static final String NONE = "–";

    private static final int SIGNIFICANT = 4;
    private static final int MOST_DECIMALS = 6;

    /** A spread below this share of the mean is rounding. */
    private static final double NOTHING = 1e-9;

    private Digits() {}

    /** Returns a number. */
    public static String of(double value) {
        return Double.isFinite(value) ? fixed(value, decimals(value)) : NONE;
    }

    /** Returns a mean with its standard deviation, both to the mean's decimals. */
    static String withSpread(double mean, double std) {
        if (!Double.isFinite(mean) || !Double.isFinite(std)) {
            return of(mean);
        }
        int decimals = Math.max(decimals(mean), Math.min(MOST_DECIMALS, decimals(std) - 2));
        boolean rounding = std < NOTHING * Math.abs(mean);
        return fixed(mean, rounding ? decimals(mean) : decimals)
                + " ± "
                + fixed(rounding ? 0 : std, rounding ? decimals(mean) : decimals);
    }

    /** Returns a ratio, {@code 1.39}. */
    static String ratio(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        return fixed(value, Math.max(0, Math.min(3, decimals(value) - 1)));
    }

    /** Returns a probability, {@code 0.016} or {@code < 0.001}. */
    public static String probability(double p) {
        return p < 0.001 ? "p < 0.001" : "p = " + fixed(p, 3);
    }

    private static int decimals(double value) {
        if (value == 0) {
            return SIGNIFICANT - 1;
        }
        int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
        return Math.max(0, Math.min(MOST_DECIMALS, SIGNIFICANT - 1 - magnitude));
    }

    private static String fixed(double value, int decimals) {
        boolean tiny = value != 0 && Math.abs(value) < 1e-4;
        String text = String.format(Locale.ROOT, tiny ? "%.2e" : "%." + decimals + "f", value);
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }
}
