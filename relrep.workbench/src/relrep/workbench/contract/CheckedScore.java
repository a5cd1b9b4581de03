package relrep.workbench.contract;

import relrep.api.metric.Metric;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.workbench.terminal.Quantity;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Checks the scores of a metric. The value must be in the range of the traits, or NaN where it is
 * not defined. There must be one value per sample in that range, or none. Details must be finite. A
 * value of a sample or a detail may be NaN only if the whole value is NaN. The traits are those of
 * the metric's first answer.
 */
final class CheckedScore {
    private static final String MEASURE = "measure";
    private static final String TRAITS = "traits";

    /**
     * The tolerance for rounding, relative to the larger of the value and 1; as in the contract
     * kit.
     */
    private static final double ROUNDING = 1e-5;

    private final ContractCheck check;
    private final Metric plugin;
    private final AtomicReference<MetricTraits> told = new AtomicReference<>();
    private final AtomicBoolean claimed = new AtomicBoolean();

    CheckedScore(ContractCheck check, Metric plugin) {
        this.check = check;
        this.plugin = plugin;
    }

    ContractCheck check() {
        return check;
    }

    /** Returns the metric's first answer; later answers must be equal. */
    MetricTraits traits() {
        MetricTraits now = ask();
        MetricTraits first = told.compareAndExchange(null, now);
        check.require(
                first == null || first.equals(now),
                TRAITS,
                "must return the same each time, not %s and then %s",
                shown(first),
                shown(now));
        return now;
    }

    private static String shown(MetricTraits traits) {
        return traits == null
                ? ""
                : "%s, %s to %s, needs %s and %d rows"
                        .formatted(
                                traits.direction(),
                                traits.lower(),
                                traits.upper(),
                                traits.needs(),
                                traits.minimumRows());
    }

    private MetricTraits ask() {
        MetricTraits traits = check.get(TRAITS, "what a number means", plugin::traits);
        check.require(traits.direction() != null, TRAITS, "must give a direction, not null");
        check.require(
                traits.lower() <= traits.upper(),
                TRAITS,
                "must have a lower bound that is not above the upper one, not %s and %s",
                traits.lower(),
                traits.upper());
        check.require(
                traits.minimumRows() >= 0,
                TRAITS,
                "must need at least 0 rows, not %d",
                traits.minimumRows());
        return traits;
    }

    Score score(int rows, Supplier<Score> call) {
        MetricTraits traits = traits();
        Score score = check.get(MEASURE, "a score", call);
        traits(); // and after its work they must be the same
        if (!Double.isNaN(score.value())) {
            requireRange(MEASURE, score.value(), traits);
        }
        requireSamples(score, rows, traits);
        check.named(MEASURE, "details with names and numbers", score.details());
        if (!Double.isNaN(score.value())) {
            check.finite(MEASURE, "finite details by name", score.details());
        }
        return score;
    }

    /** Asks the metric once for its invariances, even if nobody needs them. */
    void claim(Supplier<Set<Invariance>> call) {
        if (!claimed.get()) {
            invariances(call);
            claimed.set(true);
        }
    }

    Set<Invariance> invariances(Supplier<Set<Invariance>> call) {
        return check.get("invariances", "a set", call);
    }

    private void requireSamples(Score score, int rows, MetricTraits traits) {
        float[] values = score.perSample();
        check.require(
                values.length == 0 || values.length == rows,
                MEASURE,
                "must return one value for each of %s or none, not %d",
                Quantity.of(rows, "sample"),
                values.length);
        boolean undefined = Double.isNaN(score.value());
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (!inRange(value, traits) && !(undefined && Float.isNaN(value))) {
                throw check.broken(
                        MEASURE,
                        "must return numbers from %s to %s for each sample, but that of row %d is"
                                + " %s",
                        traits.lower(),
                        traits.upper(),
                        i,
                        value);
            }
        }
    }

    OptionalDouble chance(Supplier<OptionalDouble> call) {
        MetricTraits traits = traits();
        OptionalDouble chance = check.get("chance", "an optional", call);
        chance.ifPresent(value -> requireRange("chance", value, traits));
        return chance;
    }

    private void requireRange(String method, double value, MetricTraits traits) {
        check.require(
                inRange(value, traits),
                method,
                "must return a number from %s to %s, not %s",
                traits.lower(),
                traits.upper(),
                value);
    }

    private static boolean inRange(double value, MetricTraits traits) {
        double slack = ROUNDING * Math.max(1, Math.abs(value));
        return Double.isFinite(value)
                && value >= traits.lower() - slack
                && value <= traits.upper() + slack;
    }
}
