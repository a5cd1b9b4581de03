package relrep.vectors.compare;

import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.terminal.Quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The results of one metric: its value in each view, its chance level, and the uncertainty. */
final class MetricEvaluation {
    static final int SUBSAMPLE = 500;

    /**
     * The last part of the range between chance and the best possible value. Values in it are not
     * ranked.
     */
    private static final double CEILING = 0.01;

    private static final int FEWEST_TIMES = 20;
    private static final int RESAMPLES_A_SUBSAMPLE = 25;

    private final MetricEvaluator meter;
    private final SampledRows samples;
    private final Run run;
    private final Score[] scores;
    private final String[] reasons;
    private final OptionalDouble[] chances;
    private final boolean[] shuffled;

    MetricEvaluation(MetricEvaluator meter, SampledRows samples, Run run) {
        this.meter = meter;
        this.samples = samples;
        this.run = run;
        int views = samples.views().size();
        this.scores = new Score[views];
        this.reasons = new String[views];
        this.chances = new OptionalDouble[views];
        this.shuffled = new boolean[views];
    }

    void take(int v, Run part) {
        Representation view = samples.views().get(v);
        reasons[v] = view.reason();
        if (view.there()) {
            try {
                Score score = meter.score(view, part);
                if (Double.isFinite(score.value())) {
                    scores[v] = score;
                } else {
                    reasons[v] = "the metric gives %s".formatted(score.value());
                }
            } catch (InvalidInputException refused) {
                reasons[v] = refused.getMessage();
            } catch (PluginFailureException broken) {
                reasons[v] = meter.failures().add(broken);
            }
        }
        part.step(1, 1);
    }

    void chance(int v, Run part) {
        chances[v] = scores[v] == null ? OptionalDouble.empty() : told(samples.views().get(v));
        if (chances[v].isEmpty() && scores[v] != null && meter.metric() instanceof PairMetric) {
            double value = again(samples.shuffled(v), part);
            shuffled[v] = Double.isFinite(value);
            chances[v] = shuffled[v] ? OptionalDouble.of(value) : OptionalDouble.empty();
        }
        part.step(1, 1);
    }

    /** The chance level that the metric itself gives. */
    private OptionalDouble told(Representation view) {
        try {
            return meter.chance(view);
        } catch (PluginFailureException broken) {
            meter.failures().add(broken);
            return OptionalDouble.empty();
        }
    }

    private double again(Representation view, Run part) {
        try {
            return meter.score(view, part).value();
        } catch (InvalidInputException refused) {
            return Double.NaN;
        } catch (PluginFailureException broken) {
            meter.failures().add(broken);
            return Double.NaN;
        }
    }

    SampledRows samples() {
        return samples;
    }

    boolean there(int v) {
        return scores[v] != null;
    }

    private boolean any() {
        for (Score score : scores) {
            if (score != null) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether every value is the mean of values per sample. */
    private boolean perSample() {
        for (Score score : scores) {
            if (score != null && !MetricEvaluator.hasMean(score, samples.size())) {
                return false;
            }
        }
        return true;
    }

    /** Returns bootstrap replicates of the values per sample, if there are values per sample. */
    Optional<Replicates> bootstrap() {
        if (!any() || !perSample()) {
            return Optional.empty();
        }
        float[][] values = new float[scores.length][];
        for (int v = 0; v < values.length; v++) {
            values[v] = scores[v] == null ? null : scores[v].perSample();
        }
        return Optional.of(
                Replicates.bootstrap(
                        values, samples.size(), meter.times(), run.part("interval", 0)));
    }

    /** Returns the number of samples in a subsample; 0 if none is drawn. */
    int subsample() {
        return any() && !perSample() && enough() ? most() : 0;
    }

    /** Returns the number of subsamples. */
    int times() {
        return times(meter.times());
    }

    /** Returns the number of subsamples for a number of bootstrap draws. */
    static int times(int bootstrap) {
        return Math.max(FEWEST_TIMES, bootstrap / RESAMPLES_A_SUBSAMPLE);
    }

    private boolean enough() {
        return most() >= fewest();
    }

    private int fewest() {
        return Math.max(2, meter.traits().minimumRows());
    }

    private int most() {
        int widest = 0;
        for (int v = 0; v < scores.length; v++) {
            widest = scores[v] == null ? widest : Math.max(widest, samples.views().get(v).width());
        }
        int n = samples.size();
        int m = Math.min(n / 2, SUBSAMPLE);
        return meter.traits().needs().contains(Need.MORE_SAMPLES_THAN_WIDTH)
                ? Math.min(n * 9 / 10, Math.max(m, 2 * widest))
                : m;
    }

    /** Returns the value on a subsample; NaN if there is none. */
    double again(Representation view) {
        return again(view, Run.quiet(run.seed().branch("interval")));
    }

    MetricReport report(Optional<Replicates> replicates, Comparator<String> simplicity) {
        List<MetricValue> readings = new ArrayList<>();
        for (int v = 0; v < scores.length; v++) {
            readings.add(reading(v, replicates));
        }
        String noInterval =
                any() && !perSample() && !enough()
                        ? "subsamples of %s are fewer than the %d that it needs"
                                .formatted(Quantity.of(most(), "row"), fewest())
                        : "";
        return new MetricReport(
                meter.name(),
                meter.metric() instanceof PairMetric,
                meter.traits(),
                samples.size(),
                replicates.map(Replicates::how),
                noInterval,
                ranking(replicates, simplicity),
                readings);
    }

    /** Ranks the aligners, if larger or smaller values of the metric are better. */
    private Optional<Ranking> ranking(
            Optional<Replicates> replicates, Comparator<String> simplicity) {
        MetricTraits traits = meter.traits();
        if (traits.direction() == Direction.NEITHER || !(meter.metric() instanceof PairMetric)) {
            return Optional.empty();
        }
        double sign = traits.direction() == Direction.LOWER_IS_BETTER ? -1 : 1;
        int[] places =
                IntStream.range(0, scores.length)
                        .filter(v -> samples.views().get(v).role() == Representation.Role.ALIGNED)
                        .filter(v -> scores[v] != null)
                        .toArray();
        return Ranking.of(
                IntStream.of(places).mapToObj(v -> samples.views().get(v).name()).toList(),
                IntStream.of(places).mapToDouble(v -> sign * scores[v].value()).toArray(),
                enough(places, sign),
                (one, other, less) ->
                        replicates.flatMap(
                                all -> all.difference(places[one], places[other], sign * less)),
                simplicity);
    }

    /** Returns the value from which on values are too near the best possible one to be ranked. */
    private double enough(int[] places, double sign) {
        MetricTraits traits = meter.traits();
        double ideal = sign * (sign < 0 ? traits.lower() : traits.upper());
        double worst = sign * (sign < 0 ? traits.upper() : traits.lower());
        double floor =
                IntStream.of(places)
                        .filter(v -> chances[v].isPresent())
                        .mapToDouble(v -> sign * chances[v].getAsDouble())
                        .max()
                        .orElse(worst);
        return Double.isFinite(ideal) && Double.isFinite(floor)
                ? ideal - CEILING * (ideal - floor)
                : Double.POSITIVE_INFINITY;
    }

    private MetricValue reading(int v, Optional<Replicates> replicates) {
        Representation view = samples.views().get(v);
        if (scores[v] == null) {
            return MetricValue.absent(view, reasons[v]);
        }
        MetricTraits traits = meter.traits();
        double value = scores[v].value();
        boolean compared =
                view.role() == Representation.Role.RELATIVE
                        || view.role() == Representation.Role.ALIGNED;
        boolean judged = compared && scores[0] != null && traits.direction() != Direction.NEITHER;
        double sign = traits.direction() == Direction.LOWER_IS_BETTER ? -1 : 1;
        double difference = judged ? value - scores[0].value() : Double.NaN;
        Optional<Interval> gain =
                judged
                        ? replicates.flatMap(all -> all.difference(v, 0, difference))
                        : Optional.empty();
        return new MetricValue(
                view.name(),
                view.role() == Representation.Role.ALIGNED,
                value,
                replicates
                        .flatMap(all -> all.around(v, value))
                        .map(bounds -> bounds.within(traits.lower(), traits.upper())),
                chances[v],
                shuffled[v],
                judged ? OptionalDouble.of(sign * difference) : OptionalDouble.empty(),
                sign < 0 ? gain.map(Interval::negated) : gain,
                scores[v].details().isEmpty() ? Map.of() : scores[v].details(),
                "");
    }
}
