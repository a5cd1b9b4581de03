package relrep.metrics.pair;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
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
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.tile.Closeness;
import relrep.kernels.tile.PairTable;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Representational similarity analysis: the correlation of the two spaces' dissimilarities, over
 * all pairs of samples, -1 to 1; unrelated spaces have 0. Dissimilarities are Euclidean distances,
 * or 1 minus the cosine. Widths may differ. Spaces whose dissimilarities are all equal are refused.
 *
 * <p>It computes in double. Ranks are those of dissimilarities rounded to float32, so that equal
 * ones stay equal. Pearson's form holds no table; it needs {@code 8n(d + m)} bytes, and 32 MiB per
 * thread. Spearman's and Kendall's forms hold and sort all pairs, 16 bytes each, so they take at
 * most {@value #MOST} samples. For more samples, {@code sample} measures a random draw by the run's
 * seed. Details: the number of samples measured.
 *
 * <p>Source: Kriegeskorte, Mur and Bandettini, Representational similarity analysis, 2008.
 */
@Component(service = PairMetric.class)
@Plugin(
        name = "rsa",
        description = "correlation of the dissimilarities of all pairs of samples in two spaces",
        source =
                "Kriegeskorte, Mur and Bandettini, Representational similarity analysis -"
                        + " connecting the branches of systems neuroscience, 2008")
public final class Rsa implements PairMetric, Tunable<PairMetric, Rsa.Options> {
    /** The greatest number of samples whose pairs are sorted. */
    static final int MOST = 4000;

    private static final int FEWEST = 3;

    private final Options options;

    /** Makes the metric with its defaults: Pearson's correlation of Euclidean distances. */
    @Activate
    public Rsa() {
        this(new Options(Correlation.PEARSON, Closeness.EUCLIDEAN, 0));
    }

    private Rsa(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public PairMetric with(Options changed) {
        return new Rsa(changed);
    }

    @Override
    public MetricTraits traits() {
        return new MetricTraits(Direction.HIGHER_IS_BETTER, -1, 1, Set.of(), FEWEST);
    }

    @Override
    public Set<Invariance> invariances() {
        Set<Invariance> invariances =
                EnumSet.of(
                        Invariance.ORTHOGONAL,
                        Invariance.PERMUTATION,
                        Invariance.ISOTROPIC_SCALING);
        if (options.measure() == Closeness.EUCLIDEAN) {
            invariances.add(Invariance.TRANSLATION);
        }
        return invariances;
    }

    @Override
    public OptionalDouble chance(int rows, int width) {
        return OptionalDouble.of(0);
    }

    @Override
    public Score measure(Space source, Space target, Run run) {
        Paired.require(traits(), source, target);
        int n = source.size();
        boolean part = options.sample() > 0 && options.sample() < n;
        int count = part ? options.sample() : n;
        if (options.correlation() != Correlation.PEARSON && count > MOST) {
            throw new InvalidInputException(
                    "ranks of all pairs are taken of at most %d samples, not %d: sample=%d draws as many, correlation=pearson takes all"
                            .formatted(MOST, count, MOST));
        }
        int[] rows = part ? draw(n, count, run) : new int[0];
        PairTable x = table(part ? source.latents().select(rows) : source.latents());
        PairTable y = table(part ? target.latents().select(rows) : target.latents());
        double value = options.correlation().of(x, y, run);
        if (Double.isNaN(value)) {
            throw new InvalidInputException(
                    "the dissimilarities of both spaces must differ, but those of '%s' or '%s' are all equal"
                            .formatted(source.name(), target.name()));
        }
        return new Score(value, new float[0], Map.of("samples", (double) count));
    }

    private static int[] draw(int n, int count, Run run) {
        int[] rows = Arrays.copyOf(run.seed().branch("rsa").permutation(n), count);
        Arrays.sort(rows);
        return rows;
    }

    private PairTable table(Matrix latents) {
        MatrixRows rows = MatrixRows.of(latents);
        return options.measure() == Closeness.EUCLIDEAN
                ? PairTable.distances(rows)
                : PairTable.cosines(rows);
    }

    /**
     * The options of the correlation.
     *
     * @param correlation the correlation of the dissimilarities
     * @param measure the dissimilarity
     * @param sample the number of samples to draw, 0 for all
     */
    public record Options(
            @Option(
                            "how dissimilarities are correlated: pearson (their values), spearman"
                                    + " (their ranks; resi), kendall (tau-b)")
                    Correlation correlation,
            @Option(
                            "the dissimilarity: euclidean (the distance), or cosine (1 less the"
                                    + " cosine; resi first subtracts from each row the mean of its"
                                    + " entries, which you must do yourself)")
                    Closeness measure,
            @Option(
                            value =
                                    "how many samples are drawn, 3 or more, where there are more;"
                                            + " 0 takes all",
                            min = 0)
                    int sample) {
        /** Checks the number of samples. */
        public Options {
            if (sample != 0 && sample < FEWEST) {
                throw new InvalidInputException(
                        "sample must be 0 or at least %d, not %d".formatted(FEWEST, sample));
            }
        }
    }
}
