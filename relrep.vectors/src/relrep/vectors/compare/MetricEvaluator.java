package relrep.vectors.compare;

import relrep.api.metric.Metric;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.metric.SpaceMetric;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.workbench.contract.PluginFailureException;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Measures all views with one metric.
 *
 * @param metric of one space or of two
 * @param name its canonical expression, defaults left out
 * @param times the number of bootstrap draws
 * @param failures receives the failures of the metric
 */
record MetricEvaluator(Metric metric, String name, int times, PluginFailures failures) {
    /** The most rows for metrics without values per sample. */
    static final int MOST = 4_000;

    private static final MetricTraits UNKNOWN =
            new MetricTraits(
                    Direction.NEITHER,
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Set.of(),
                    0);

    private static final double MEASURING = 0.6;
    private static final double CLOSE = 1e-5;

    /**
     * The share of equal rows above which a metric's own chance level is wrong, since it assumes
     * different rows.
     */
    private static final double DUPLICATES = 0.01;

    /** Returns the value in each view, and the chance level. */
    MetricEvaluation measure(SampledRows all, Run run) {
        SampledRows few = all.first(MOST);
        SampledRows samples = few == all || perSample(few, run) ? all : few;
        MetricEvaluation measured = new MetricEvaluation(this, samples, run);
        int views = samples.views().size();
        for (int v = 0; v < views; v++) {
            measured.take(v, run.part(samples.views().get(v).name(), MEASURING / views));
        }
        for (int v = 0; v < views; v++) {
            measured.chance(v, run.part("chance", (1 - MEASURING) / views));
        }
        return measured;
    }

    /**
     * Returns whether the metric gives values per sample for the first view that it can measure.
     */
    private boolean perSample(SampledRows few, Run run) {
        for (Representation view : few.views()) {
            if (view.there()) {
                try {
                    return hasMean(score(view, run.part("look", 0)), few.size());
                } catch (InvalidInputException | PluginFailureException refused) {
                    // another view may do
                }
            }
        }
        return false;
    }

    /** Returns whether the value is the mean of the values per sample. */
    static boolean hasMean(Score score, int rows) {
        float[] values = score.perSample();
        double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / rows;
        return values.length == rows
                && Math.abs(mean - score.value()) <= CLOSE * Math.max(1, Math.abs(score.value()));
    }

    /** Returns the traits; a metric that fails to return them is treated as unknown. */
    MetricTraits traits() {
        try {
            return metric.traits();
        } catch (PluginFailureException broken) {
            failures.add(broken);
            return UNKNOWN;
        }
    }

    Score score(Representation view, Run run) {
        return metric instanceof PairMetric pair
                ? pair.measure(view.source(), view.target(), run)
                : ((SpaceMetric) metric).measure(view.source(), run);
    }

    /** The metric's own chance level; it holds for rows that differ. */
    OptionalDouble chance(Representation view) {
        return metric instanceof PairMetric pair && distinct(view)
                ? pair.chance(view.source().size(), view.target().width())
                : OptionalDouble.empty();
    }

    private static boolean distinct(Representation view) {
        int most = (int) (view.source().size() * DUPLICATES);
        return SpaceDiagnostics.duplicates(view.source().latents()) <= most
                && SpaceDiagnostics.duplicates(view.target().latents()) <= most;
    }
}
