package relrep.api.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of a metric.
 *
 * @param value the number, in the range of the traits; NaN where it is not defined for the input
 * @param perSample one value per sample in the order of the rows, each in the range of the traits,
 *     or empty where the metric has none; NaN only where the value is NaN too
 * @param details further numbers by name, in reading order, for example one per class; finite,
 *     unless the value is NaN
 */
@SuppressWarnings("ArrayRecordComponent") // its parts are read; whole scores are never compared
public record Score(double value, float[] perSample, Map<String, Double> details) {
    /** Copies the array and the map. */
    public Score {
        perSample = perSample.clone();
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Returns a score without values per sample or details. */
    public static Score of(double value) {
        return new Score(value, new float[0], Map.of());
    }

    /** Returns a score with one value per sample. */
    public static Score of(double value, float[] perSample) {
        return new Score(value, perSample, Map.of());
    }

    @Override
    public float[] perSample() {
        return perSample.clone();
    }
}
