package relrep.vectors.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a metric found in one view.
 *
 * @param view its name
 * @param aligner whether the view is that of an aligner
 * @param value the number
 * @param interval of the number, where there is one
 * @param chance what unrelated spaces have, where it is known or was measured
 * @param shuffled whether chance was measured, on the same rows with the target's order shuffled
 * @param gain the number less that of the spaces as they are, turned so that above 0 is better
 * @param gainInterval of the gain, rows drawn together
 * @param details what the metric tells besides
 * @param reason why there is no number, one sentence, or empty
 */
public record MetricValue(
        String view,
        boolean aligner,
        double value,
        Optional<Interval> interval,
        OptionalDouble chance,
        boolean shuffled,
        OptionalDouble gain,
        Optional<Interval> gainInterval,
        Map<String, Double> details,
        String reason) {
    /** Differences below it are rounding: the spaces are float32. */
    static final double ROUNDING = 1e-6;

    /** Keeps a copy of the details, in their order. */
    public MetricValue {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    static MetricValue absent(Representation view, String reason) {
        return new MetricValue(
                view.name(),
                view.role() == Representation.Role.ALIGNED,
                Double.NaN,
                Optional.empty(),
                OptionalDouble.empty(),
                false,
                OptionalDouble.empty(),
                Optional.empty(),
                Map.of(),
                reason);
    }

    /** Tells whether there is a number. */
    public boolean there() {
        return reason.isEmpty();
    }

    /** Tells whether it is better than the spaces as they are by more than noise. */
    public boolean beatsAbsolute() {
        return gainInterval.isPresent() && gainInterval.get().lower() > ROUNDING;
    }

    /** Returns the number and its interval. */
    public String text() {
        return Numbers.text(value) + interval.map(bounds -> " " + bounds).orElse("");
    }
}
