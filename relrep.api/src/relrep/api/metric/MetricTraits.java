package relrep.api.metric;

import java.util.Set;

/**
 * What a number of a metric means.
 *
 * @param direction what a large value means
 * @param lower the smallest value possible, or negative infinity
 * @param upper the largest value possible, or positive infinity
 * @param needs what must be given beside the vectors
 * @param minimumRows the fewest samples it can work with
 */
public record MetricTraits(
        Direction direction, double lower, double upper, Set<Need> needs, int minimumRows) {
    /** Keeps a copy of the needs. */
    public MetricTraits {
        needs = Set.copyOf(needs);
    }

    /** What a large value means. */
    public enum Direction {
        /** Larger is better, or more alike. */
        HIGHER_IS_BETTER,
        /** Smaller is better, or more alike. */
        LOWER_IS_BETTER,
        /** Neither: it describes. */
        NEITHER
    }

    /** What a metric needs beside the vectors. */
    public enum Need {
        /** Both spaces have the same width. */
        EQUAL_WIDTHS,
        /** The samples are labelled. */
        LABELS,
        /**
         * There are at least two more samples than directions that a space's samples span, as a
         * rule than its width; the sentence that refuses names both.
         */
        MORE_SAMPLES_THAN_WIDTH
    }
}
