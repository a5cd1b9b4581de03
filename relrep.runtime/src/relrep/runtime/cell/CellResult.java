package relrep.runtime.cell;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The result of a cell. It does not name the experiment, since the same cell of another experiment
 * has the same result.
 *
 * @param anchors the number of anchors, if anchors were used
 * @param findings one finding per metric, in the order of the cell's metrics
 * @param details further numbers of fits and metrics
 */
public record CellResult(OptionalInt anchors, List<Finding> findings, List<Detail> details) {
    /** Keeps copies. */
    public CellResult {
        findings = List.copyOf(findings);
        details = List.copyOf(details);
    }

    /**
     * The result of one metric.
     *
     * @param metric its canonical expression
     * @param value the number, or NaN where the metric does not apply
     * @param perSample one value per sample, or empty
     * @param note why there is no value, or empty
     */
    @SuppressWarnings("ArrayRecordComponent") // compared array by array
    public record Finding(String metric, double value, float[] perSample, String note) {
        /** Returns a finding without a value for a metric that does not apply. */
        public static Finding none(String metric, String note) {
            return new Finding(metric, Double.NaN, new float[0], note);
        }
    }

    /**
     * Further numbers of a metric or a fit.
     *
     * @param of the metric or aligner that returned them
     * @param numbers by name, in reading order
     */
    public record Detail(String of, Map<String, Double> numbers) {}
}
