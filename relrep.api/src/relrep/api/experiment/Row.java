package relrep.api.experiment;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One observation. Rows hold no means: those are computed later, by grouping.
 *
 * @param factors the settings of this observation by column name, in reading order: dataset,
 *     architecture, width, …
 * @param metric the metric as written, defaults omitted
 * @param value the number
 * @param perSample one value per sample, or empty
 */
@SuppressWarnings("ArrayRecordComponent") // equals compares the values
public record Row(Map<String, String> factors, String metric, double value, float[] perSample) {
    /** Keeps copies. */
    public Row {
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
        perSample = perSample.clone();
    }

    @Override
    public float[] perSample() {
        return perSample.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row that
                && factors.equals(that.factors)
                && metric.equals(that.metric)
                && Double.compare(value, that.value) == 0
                && Arrays.equals(perSample, that.perSample);
    }

    @Override
    public int hashCode() {
        return 31 * factors.hashCode() + metric.hashCode() + Double.hashCode(value);
    }
}
