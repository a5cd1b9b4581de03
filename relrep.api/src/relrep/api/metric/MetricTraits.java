package relrep.api.metric;

import java.util.Set;

/**
 * The meaning and the range of a metric's values.
 *
 * @param direction what a large value means
 * @param lower the smallest value possible, or negative infinity
 * @param upper the largest value possible, or positive infinity
 * @param needs what the metric needs besides the vectors
 * @param minimumRows the fewest samples it can work with
 */
public record MetricTraits(
        Direction direction, double lower, double upper, Set<Need> needs, int minimumRows) {
    /** Copies the needs. */
    public MetricTraits {
        needs = Set.copyOf(needs);
    }

    /** What a large value means. */
    public enum Direction {
        /** Larger is better, or more alike. */
        HIGHER_IS_BETTER,
        /** Smaller is better, or more alike. */
        LOWER_IS_BETTER,
        /** Neither: the number only describes. */
        NEITHER
    }

    /** What a metric needs besides the vectors. */
    public enum Need {
        /** Both spaces have the same width. */
        EQUAL_WIDTHS,
        /** The samples are labelled. */
        LABELS,
        /**
         * At least two samples more than the directions that the samples of a space span, which is
         * usually its width. The error message names both numbers.
         */
        MORE_SAMPLES_THAN_WIDTH
    }
}
