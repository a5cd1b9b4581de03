package relrep.api.metric;

/** A measurement of one space, of two spaces, or of a decoder's output. */
public sealed interface Metric permits SpaceMetric, PairMetric, OutputMetric {
    /** Returns the meaning and range of the metric's values. It is the same for each call. */
    MetricTraits traits();
}
