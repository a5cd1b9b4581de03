package relrep.vectors.compare;

import java.util.Arrays;

/**
 * A 95 % confidence interval.
 *
 * @param lower the lower bound
 * @param upper the upper bound
 */
public record Interval(double lower, double upper) {
    /** Standard errors to each side for 95 % of a normal distribution. */
    private static final double NORMAL = 1.959964;

    private static final double TAIL = 0.025;

    /** Returns the percentile interval: without the outermost 2.5 % on each side. */
    static Interval percentiles(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Interval(quantile(sorted, TAIL), quantile(sorted, 1 - TAIL));
    }

    /** Returns the value with 1.96 standard errors to each side. */
    static Interval normal(double value, double standardError) {
        return new Interval(value - NORMAL * standardError, value + NORMAL * standardError);
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Returns the interval cut to two bounds. */
    Interval within(double lowest, double highest) {
        return new Interval(
                Math.min(highest, Math.max(lowest, lower)),
                Math.max(lowest, Math.min(highest, upper)));
    }

    /** Returns the interval of the negated number. */
    Interval negated() {
        return new Interval(-upper, -lower);
    }

    /** Returns whether a number is inside or at a bound. */
    boolean holds(double value) {
        return lower <= value && value <= upper;
    }

    @Override
    public String toString() {
        return "[" + DisplayedNumber.text(lower) + ", " + DisplayedNumber.text(upper) + "]";
    }
}
