package relrep.vectors.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The value of a metric in one view.
 *
 * @param view the name of the view
 * @param aligner whether the view is that of an aligner
 * @param value the value
 * @param interval of the value, if there is one
 * @param chance the value for unrelated spaces, if it is known or was measured
 * @param shuffled whether chance was measured, on the same rows with the target's order shuffled
 * @param gain the value minus that of the unmapped spaces, with the sign chosen so that above 0 is
 *     better
 * @param gainInterval of the gain; both values use the same drawn rows
 * @param details the metric's further numbers
 * @param reason why there is no value, one sentence, or empty
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
    /** Differences below this are rounding, since the spaces are float32. */
    static final double ROUNDING = 1e-6;

    /** Copies the details, in order. */
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

    /** Returns whether there is a value. */
    public boolean there() {
        return reason.isEmpty();
    }

    /** Returns whether it is better than the unmapped spaces by more than noise. */
    public boolean beatsAbsolute() {
        return gainInterval.isPresent() && gainInterval.get().lower() > ROUNDING;
    }

    /** Returns the value and its interval as text. */
    public String text() {
        return DisplayedNumber.text(value) + interval.map(bounds -> " " + bounds).orElse("");
    }
}
