package relrep.api.metric;

/**
 * A measurement: of one space, of two spaces, or of an output. Which of the three decides what it
 * is given.
 */
public sealed interface Metric permits SpaceMetric, PairMetric, OutputMetric {
    /** Returns what a number of this metric means, the same each time. */
    MetricTraits traits();
}
