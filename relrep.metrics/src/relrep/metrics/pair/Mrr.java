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
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.kernels.tile.Closeness;
import relrep.kernels.tile.Ranks;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Mean reciprocal rank: the source vector of each sample searches for the same sample in the
 * target. The rank is 1, plus the number of closer targets, plus half the number of equally close
 * ones. This is the mean rank among ties, so that equal rows and zero rows gain nothing. The value
 * is the mean of {@code 1/rank}, 0 to 1. A rank beyond {@code top} counts as 0.
 *
 * <p>Chance: the rank among unrelated targets is uniform, so the mean is {@code H_n / n} with the
 * harmonic number {@code H_n = 1 + 1/2 + … + 1/n}, or {@code H_top / n}.
 *
 * <p>Source: Moschella et al., Relative representations enable zero-shot latent space
 * communication, ICLR 2023, section 4.1.
 */
@Component(service = PairMetric.class)
@Plugin(
        name = "mrr",
        description = "mean reciprocal rank of a sample among all targets, asked with its source",
        source = "Moschella et al., Relative representations, ICLR 2023, section 4.1")
public final class Mrr implements PairMetric, Tunable<PairMetric, Mrr.Options> {
    private final Options options;

    /** Makes the metric with its defaults: all targets, by cosine. */
    @Activate
    public Mrr() {
        this(new Options(0, Closeness.COSINE, RankTies.MEAN));
    }

    private Mrr(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public PairMetric with(Options changed) {
        return new Mrr(changed);
    }

    @Override
    public MetricTraits traits() {
        return new MetricTraits(Direction.HIGHER_IS_BETTER, 0, 1, Set.of(Need.EQUAL_WIDTHS), 1);
    }

    @Override
    public Set<Invariance> invariances() {
        return options.measure() == Closeness.COSINE
                ? EnumSet.of(Invariance.ISOTROPIC_SCALING)
                : EnumSet.noneOf(Invariance.class);
    }

    @Override
    public OptionalDouble chance(int rows, int width) {
        double sum = 0;
        for (int rank = 1; rank <= rows; rank++) {
            sum += reciprocal(rank);
        }
        return rows == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / rows);
    }

    @Override
    public Score measure(Space source, Space target, Run run) {
        Paired.require(traits(), source, target);
        Ranks ranks = Ranks.of(source.latents(), target.latents(), options.measure(), run);
        double[] values = new double[ranks.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = reciprocal(options.ties().rank(ranks, i));
        }
        return Paired.mean(values);
    }

    private double reciprocal(double rank) {
        return options.top() > 0 && rank > options.top() ? 0 : 1. / rank;
    }

    /**
     * The options of the ranks.
     *
     * @param top the last rank that counts, 0 for all
     * @param measure the measure of nearness
     * @param ties the rank among equally near targets
     */
    public record Options(
            @Option(
                            value =
                                    "the last rank that counts (relreps, its number of neighbours);"
                                            + " 0 counts them all (anchors_in_relreps)",
                            min = 0)
                    int top,
            @Option("by what targets are near: cosine, or euclidean distance") Closeness measure,
            @Option(
                            "the rank of the right target among others that are exactly as near:"
                                + " mean (of the ranks they share), optimistic (the first of them;"
                                + " anchors_in_relreps), pessimistic (the last of them)")
                    RankTies ties) {
        /** Checks the last rank. */
        public Options {
            if (top < 0) {
                throw new InvalidInputException("top must be at least 0, not %d".formatted(top));
            }
        }
    }
}
