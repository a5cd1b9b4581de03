package relrep.vectors.compare;

import java.util.Locale;

/** Formats numbers for people: four digits after the point, fewer for large numbers. */
public final class DisplayedNumber {
    private static final double SMALL = 0.001;
    private static final double LARGE = 1e6;
    private static final double HUNDRED = 100;
    private static final double TEN = 10;

    /**
     * A number closer than this to a whole number is shown as the whole number; the difference is
     * float32 rounding.
     */
    private static final double ROUNDING = 1e-6;

    private DisplayedNumber() {}

    /** Returns a number for a table. */
    public static String text(double value) {
        double size = Math.abs(value);
        if (Math.abs(value - Math.rint(value)) < ROUNDING && size < LARGE) {
            return String.valueOf(Math.round(value));
        }
        String format = size < SMALL || size >= LARGE ? "%.1e" : "%.4f";
        if (size >= HUNDRED && size < LARGE) {
            format = "%.1f";
        } else if (size >= TEN && size < HUNDRED) {
            format = "%.2f";
        }
        return String.format(Locale.ROOT, format, value);
    }
}
