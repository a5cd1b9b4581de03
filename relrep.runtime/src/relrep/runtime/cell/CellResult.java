package relrep.runtime.cell;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a cell found. It does not say for which experiment: the same cell of another one has the
 * same result.
 *
 * @param anchors how many anchors there were, where any were used
 * @param findings one a metric, in the order of the cell's metrics
 * @param details what fits and metrics tell beside their value
 */
public record CellResult(OptionalInt anchors, List<Finding> findings, List<Detail> details) {
    /** Keeps copies. */
    public CellResult {
        findings = List.copyOf(findings);
        details = List.copyOf(details);
    }

    /**
     * What a metric found.
     *
     * @param metric in its canonical form
     * @param value the number, or NaN where the metric does not apply
     * @param perSample one value a sample, or empty
     * @param note why there is no value, or empty
     */
    @SuppressWarnings("ArrayRecordComponent") // compared array by array
    public record Finding(String metric, double value, float[] perSample, String note) {
        /** Returns what is said where a metric does not apply. */
        public static Finding none(String metric, String note) {
            return new Finding(metric, Double.NaN, new float[0], note);
        }
    }

    /**
     * Further numbers.
     *
     * @param of the metric or aligner that tells them
     * @param numbers by name, in reading order
     */
    public record Detail(String of, Map<String, Double> numbers) {}
}
