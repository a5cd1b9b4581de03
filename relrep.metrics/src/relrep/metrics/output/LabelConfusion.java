package relrep.metrics.output;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.Score;
import relrep.api.model.Objective;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The share of samples whose reconstruction looks like another class than the sample itself does, 0
 * to 1; lower is better. Both are classified by the true samples: by their <i>k</i> nearest
 * neighbours without the sample itself, or by the nearest class mean. A perfect reconstruction gets
 * the class of its sample, so a weak classifier does not lower its score. Distances are Euclidean
 * and exact; a tie of votes goes to the nearest neighbour's class.
 *
 * <p>Details: the share of samples that the classifier gets right; then the share of each
 * confusion, for example {@code "4 as 9"}.
 *
 * <p>Source: Lancione, Investigation of latent space structure, on future work.
 */
@Component(service = OutputMetric.class)
@Plugin(
        name = "label-confusion",
        description = "share of reconstructions that look like another class than their sample",
        source = "Lancione, Investigation of latent space structure, future work")
public final class LabelConfusion
        implements OutputMetric, Tunable<OutputMetric, LabelConfusion.Options> {
    private final Options options;

    /** Makes the metric with its defaults: five nearest neighbours. */
    @Activate
    public LabelConfusion() {
        this(new Options(ClassPredictor.NEIGHBOURS, 5));
    }

    private LabelConfusion(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public OutputMetric with(Options changed) {
        return new LabelConfusion(changed);
    }

    @Override
    public MetricTraits traits() {
        int rows = options.classifier() == ClassPredictor.NEIGHBOURS ? options.k() + 1 : 2;
        return new MetricTraits(Direction.LOWER_IS_BETTER, 0, 1, Set.of(Need.LABELS), rows);
    }

    @Override
    public Objective objective() {
        return Objective.RECONSTRUCT;
    }

    @Override
    public Score measure(Matrix outputs, Samples truth, Run run) {
        Labels labels = truth.requireLabels();
        Reconstructions.require(outputs, truth, traits().minimumRows());
        requireClasses(labels);
        int[] before = name(truth.inputs(), truth, run.part("samples", .5));
        int[] after = name(outputs, truth, run.part("reconstructions", .5));
        int n = before.length;
        int classes = labels.classes().size();
        int[][] counts = new int[classes][classes];
        float[] changed = new float[n];
        double right = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            counts[before[i]][after[i]]++;
            changed[i] = before[i] == after[i] ? 0 : 1;
            sum += changed[i];
            right += before[i] == labels.get(i) ? 1 : 0;
        }
        Map<String, Double> details = new LinkedHashMap<>();
        details.put("samples right", right / n);
        for (int from = 0; from < classes; from++) {
            for (int to = 0; to < classes; to++) {
                if (from != to && counts[from][to] > 0) {
                    details.put(
                            labels.classes().get(from) + " as " + labels.classes().get(to),
                            (double) counts[from][to]);
                }
            }
        }
        return new Score(sum / n, changed, details);
    }

    private int[] name(Matrix points, Samples truth, Run run) {
        Labels labels = truth.requireLabels();
        return options.classifier().name(points, truth.inputs(), labels, options.k(), run);
    }

    private static void requireClasses(Labels labels) {
        for (int i = 1; i < labels.size(); i++) {
            if (labels.get(i) != labels.get(0)) {
                return;
            }
        }
        throw new InvalidInputException(
                "label confusion needs samples of at least 2 classes, there are samples of 1");
    }

    /**
     * The options of the classifier.
     *
     * @param classifier neighbours or means
     * @param k the number of neighbours
     */
    public record Options(
            @Option(
                            "what gives samples and reconstructions a class, by the true samples:"
                                    + " neighbours (the most frequent class of the k nearest), or"
                                    + " means (the class whose mean is nearest)")
                    ClassPredictor classifier,
            @Option(
                            value =
                                    "the number of neighbours; more of them are right more often,"
                                            + " and see small classes less",
                            min = 1)
                    int k) {
        /** Checks the number of neighbours. */
        public Options {
            if (k < 1) {
                throw new InvalidInputException("k must be at least 1, not %d".formatted(k));
            }
        }
    }
}
