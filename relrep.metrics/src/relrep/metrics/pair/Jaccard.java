package relrep.metrics.pair;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
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
import relrep.kernels.tile.Neighbours;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * The mean over the samples of {@code |A ∩ B| / |A ∪ B|}, where <i>A</i> and <i>B</i> are the
 * sample's <i>k</i> nearest neighbours in the two spaces; 0 to 1. Neighbours are exact. Candidates
 * that tie with the last neighbour count in part, by the probability of a random choice among them,
 * so that equal rows and zero rows gain nothing. {@link NeighbourConvention} defines <i>A</i> and
 * <i>B</i>; values of different conventions cannot be compared.
 *
 * <p>Chance: two sets of <i>k</i> out of <i>N</i> share {@code k²/N} on average, so unrelated
 * spaces have about {@code k / (2N − k)}; <i>N</i> is the number of samples, minus one if a sample
 * is not its own neighbour. With {@code within-self} the sets share the sample itself, and {@code
 * (k−1)²/(n−1)} of the others on average. For {@code target-query} no level is given: its two sets
 * are in one space and overlap unevenly, the more so with few dimensions.
 *
 * <p>Source: Moschella et al., Relative representations enable zero-shot latent space
 * communication, ICLR 2023, section 4.1 and figure 3.
 */
@Component(service = PairMetric.class)
@Plugin(
        name = "jaccard",
        description = "how much of a sample's nearest neighbours two spaces share",
        source = "Moschella et al., Relative representations, ICLR 2023, section 4.1")
public final class Jaccard implements PairMetric, Tunable<PairMetric, Jaccard.Options> {
    private final Options options;

    /**
     * Makes the metric with its defaults: ten neighbours by cosine, with the source vector looked
     * up in both spaces.
     */
    @Activate
    public Jaccard() {
        this(new Options(10, NeighbourConvention.CROSS, Closeness.COSINE, NeighbourTies.MEAN));
    }

    private Jaccard(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public PairMetric with(Options changed) {
        return new Jaccard(changed);
    }

    @Override
    public MetricTraits traits() {
        Set<Need> needs = within() || withSelf() ? Set.of() : Set.of(Need.EQUAL_WIDTHS);
        int rows = within() ? options.k() + 1 : options.k();
        return new MetricTraits(Direction.HIGHER_IS_BETTER, 0, 1, needs, rows);
    }

    private boolean within() {
        return options.convention() == NeighbourConvention.WITHIN;
    }

    private boolean withSelf() {
        return options.convention() == NeighbourConvention.WITHIN_SELF;
    }

    @Override
    public Set<Invariance> invariances() {
        return options.convention().invariances(options.measure());
    }

    @Override
    public OptionalDouble chance(int rows, int width) {
        int there = within() ? rows - 1 : rows;
        if (there < options.k() || options.convention() == NeighbourConvention.TARGET_QUERY) {
            return OptionalDouble.empty();
        }
        double k = options.k();
        double shared = withSelf() && rows > 1 ? 1 + (k - 1) * (k - 1) / (rows - 1) : k * k / there;
        return OptionalDouble.of(shared / (2 * k - shared));
    }

    @Override
    public Score measure(Space source, Space target, Run run) {
        Paired.requireNeighbours(options.k(), traits(), source);
        Paired.require(traits(), source, target);
        Matrix x = source.latents();
        Matrix y = target.latents();
        int k = options.k();
        NeighbourConvention convention = options.convention();
        Neighbours first =
                convention.first(x, y, k, options.measure(), run.part("neighbours, first", .45));
        Neighbours second =
                convention.second(x, y, k, options.measure(), run.part("neighbours, second", .45));
        double[] values = options.ties().overlap(first, second, run.part("overlap", .1));
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] / (2 * k - values[i]);
        }
        return Paired.mean(values);
    }

    /**
     * The options of the neighbours.
     *
     * @param k the number of neighbours
     * @param convention the two sets that are compared
     * @param measure the measure of nearness
     * @param ties which of the candidates count that tie with the last neighbour
     */
    public record Options(
            @Option(value = "the number of neighbours; chance rises with it", min = 1) int k,
            @Option(
                            "whose neighbours: cross (the source vector in both spaces; the poster"
                                + " of autoencoders and visual transformers), target-query (the"
                                + " target vector and the source vector in the target; relreps),"
                                + " within (each vector in its own space, itself left out; widths"
                                + " may differ; resi), within-self (the same, itself among them, as"
                                + " an index asked with its own vectors answers)")
                    NeighbourConvention convention,
            @Option("by what neighbours are near: cosine (relreps, resi), or euclidean distance")
                    Closeness measure,
            @Option(
                            "which candidates count that are exactly as near as the last neighbour:"
                                + " mean (each in part, as often as a draw would choose it),"
                                + " lower-row (the first ones, in both spaces the same; relreps,"
                                + " resi, by their indexes)")
                    NeighbourTies ties) {
        /** Checks the number of neighbours. */
        public Options {
            if (k < 1) {
                throw new InvalidInputException("k must be at least 1, not %d".formatted(k));
            }
        }
    }
}
