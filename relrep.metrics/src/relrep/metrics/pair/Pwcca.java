package relrep.metrics.pair;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;
import relrep.kernels.linear.CanonicalCorrelations;

import java.util.EnumSet;
import java.util.Set;

/**
 * Projection weighted canonical correlation, 0 to 1: the weighted mean of the canonical
 * correlations, {@code Σ αρ / Σ α}. The weight {@code α} of a canonical vector is the sum of its
 * absolute inner products with the columns of one space. So the metric is not symmetric. Widths may
 * differ. It needs more samples than coordinates: with fewer, all correlations would be 1, so the
 * spaces are refused.
 *
 * <p>Source: Morcos et al., Insights on representational similarity in neural networks with
 * canonical correlation, NeurIPS 2018.
 */
@Component(service = PairMetric.class)
@Plugin(
        name = "pwcca",
        description =
                "mean canonical correlation of two spaces, weighted by how much each direction"
                        + " accounts for one of them",
        source =
                "Morcos et al., Insights on representational similarity in neural networks with"
                        + " canonical correlation, NeurIPS 2018")
public final class Pwcca implements PairMetric, Tunable<PairMetric, Pwcca.Options> {
    private final Options options;

    /** Makes the metric with its defaults: weights from the source. */
    @Activate
    public Pwcca() {
        this(new Options(Weights.SOURCE));
    }

    private Pwcca(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public PairMetric with(Options changed) {
        return new Pwcca(changed);
    }

    @Override
    public MetricTraits traits() {
        return new MetricTraits(
                Direction.HIGHER_IS_BETTER, 0, 1, Set.of(Need.MORE_SAMPLES_THAN_WIDTH), 3);
    }

    @Override
    public Set<Invariance> invariances() {
        return options.weights() == Weights.SOURCE
                ? EnumSet.allOf(Invariance.class)
                : EnumSet.of(
                        Invariance.PERMUTATION,
                        Invariance.ISOTROPIC_SCALING,
                        Invariance.TRANSLATION);
    }

    @Override
    public Score measure(Space source, Space target, Run run) {
        Paired.require(traits(), source, target);
        boolean forth = options.weights() == Weights.SOURCE;
        CanonicalCorrelations found = Span.whole(forth ? source : target, forth ? target : source);
        double sum = 0;
        double all = 0;
        for (int i = 0; i < found.values().length; i++) {
            sum += found.weights()[i] * found.values()[i];
            all += found.weights()[i];
        }
        return Score.of(sum / all);
    }

    /** The space whose columns give the weights. */
    public enum Weights {
        /** The source. */
        SOURCE,
        /** The target. */
        TARGET
    }

    /**
     * The options of the weights.
     *
     * @param weights the space whose columns give the weights
     */
    public record Options(
            @Option(
                            "whose coordinates weight the correlations: source (the first space;"
                                    + " anatome, google/svcca), target")
                    Weights weights) {}
}
