package relrep.vectors.compare;

import java.util.Locale;

/** Numbers as people read them: four digits behind the point, fewer where they are large. */
public final class Numbers {
    private static final double SMALL = 0.001;
    private static final double LARGE = 1e6;
    private static final double HUNDRED = 100;
    private static final double TEN = 10;

    /** What comes of numbers in float32 is no smaller, unless it is rounding. */
    private static final double ROUNDING = 1e-6;

    private Numbers() {}

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
