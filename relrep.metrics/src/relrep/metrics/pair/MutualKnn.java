package relrep.metrics.pair;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.kernels.tile.Closeness;
import relrep.kernels.tile.Neighbours;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * The mean share of a sample's <i>k</i> nearest neighbours in one space that are also among its
 * <i>k</i> nearest in the other, without the sample itself; 0 to 1. Candidates that tie with the
 * last neighbour count in part, by the probability of a random choice among them. Widths may
 * differ. Chance: {@code k / (n − 1)}.
 *
 * <p>Source: Huh et al., The platonic representation hypothesis, ICML 2024.
 */
@Component(service = PairMetric.class)
@Plugin(
        name = "mutual-knn",
        description = "share of a sample's nearest neighbours that it has in both spaces",
        source = "Huh et al., The platonic representation hypothesis, ICML 2024")
public final class MutualKnn implements PairMetric, Tunable<PairMetric, MutualKnn.Options> {
    private final Options options;

    /** Makes the metric with its defaults: ten neighbours by cosine. */
    @Activate
    public MutualKnn() {
        this(new Options(10, Closeness.COSINE, NeighbourTies.MEAN));
    }

    private MutualKnn(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public PairMetric with(Options changed) {
        return new MutualKnn(changed);
    }

    @Override
    public MetricTraits traits() {
        return new MetricTraits(Direction.HIGHER_IS_BETTER, 0, 1, Set.of(), options.k() + 1);
    }

    @Override
    public Set<Invariance> invariances() {
        return NeighbourConvention.WITHIN.invariances(options.measure());
    }

    @Override
    public OptionalDouble chance(int rows, int width) {
        return rows <= options.k()
                ? OptionalDouble.empty()
                : OptionalDouble.of(options.k() / (rows - 1.));
    }

    @Override
    public Score measure(Space source, Space target, Run run) {
        Paired.requireNeighbours(options.k(), traits(), source);
        Paired.require(traits(), source, target);
        int k = options.k();
        Neighbours here =
                Neighbours.within(
                        source.latents(),
                        k,
                        options.measure(),
                        run.part("neighbours, source", .45));
        Neighbours there =
                Neighbours.within(
                        target.latents(),
                        k,
                        options.measure(),
                        run.part("neighbours, target", .45));
        double[] values = options.ties().overlap(here, there, run.part("overlap", .1));
        for (int i = 0; i < values.length; i++) {
            values[i] /= k;
        }
        return Paired.mean(values);
    }

    /**
     * The options of the neighbours.
     *
     * @param k the number of neighbours
     * @param measure the measure of nearness
     * @param ties which of the candidates count that tie with the last neighbour
     */
    public record Options(
            @Option(value = "the number of neighbours; chance rises with it", min = 1) int k,
            @Option(
                            "by what neighbours are near: cosine (platonic-rep, by inner products"
                                    + " of normalised rows), or euclidean distance")
                    Closeness measure,
            @Option(
                            "which candidates count that are exactly as near as the last neighbour:"
                                    + " mean (each in part, as often as a draw would choose it),"
                                    + " lower-row (the first ones, in both spaces the same;"
                                    + " platonic-rep, by torch.topk)")
                    NeighbourTies ties) {
        /** Checks the number of neighbours. */
        public Options {
            if (k < 1) {
                throw new InvalidInputException("k must be at least 1, not %d".formatted(k));
            }
        }
    }
}
