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
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.tile.PairOrder;
import relrep.kernels.tile.PairSums;
import relrep.kernels.tile.PairTable;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Centred kernel alignment with Gaussian kernels {@code exp(−|x − y|² / (2σ²))}, 0 to 1, or -1 to 1
 * for the unbiased estimator. Published numbers take σ from different medians and cannot be
 * compared: see {@link Bandwidth}. Details: σ of each space. Widths may differ. A space whose rows
 * are all equal is refused, and so is a σ so small that no two samples have a kernel above 0.
 *
 * <p>It computes in double. Memory: {@code 8n(d + m)} bytes, and 32 MiB per thread; no {@code n ×
 * n} table is held. The median takes two more passes over all pairs.
 *
 * <p>Source: Kornblith et al., Similarity of neural network representations revisited, ICML 2019.
 */
@Component(service = PairMetric.class)
@Plugin(
        name = "rbf-cka",
        description = "centred kernel alignment with Gaussian kernels",
        source =
                "Kornblith et al., Similarity of neural network representations revisited, ICML"
                        + " 2019, section 3")
public final class RbfCka implements PairMetric, Tunable<PairMetric, RbfCka.Options> {
    private final Options options;

    /** Makes the metric with its defaults: the lower median, biased. */
    @Activate
    public RbfCka() {
        this(new Options(Bandwidth.LOWER_MEDIAN, 1, Estimator.BIASED));
    }

    private RbfCka(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public PairMetric with(Options changed) {
        return new RbfCka(changed);
    }

    private boolean biased() {
        return options.estimator() == Estimator.BIASED;
    }

    @Override
    public MetricTraits traits() {
        return biased()
                ? new MetricTraits(Direction.HIGHER_IS_BETTER, 0, 1, Set.of(), 2)
                : new MetricTraits(Direction.HIGHER_IS_BETTER, -1, 1, Set.of(), 4);
    }

    @Override
    public Set<Invariance> invariances() {
        Set<Invariance> invariances =
                EnumSet.of(Invariance.ORTHOGONAL, Invariance.PERMUTATION, Invariance.TRANSLATION);
        if (options.bandwidth() != Bandwidth.FIXED) {
            invariances.add(Invariance.ISOTROPIC_SCALING);
        }
        return invariances;
    }

    @Override
    public OptionalDouble chance(int rows, int width) {
        return biased() ? OptionalDouble.empty() : OptionalDouble.of(0);
    }

    @Override
    public Score measure(Space source, Space target, Run run) {
        Paired.require(traits(), source, target);
        Paired.requireSpread(source, target);
        double x = variance(source, run.part("width, source", .33));
        double y = variance(target, run.part("width, target", .33));
        PairSums sums =
                PairSums.of(
                        PairTable.gaussians(MatrixRows.of(source.latents()), x),
                        PairTable.gaussians(MatrixRows.of(target.latents()), y),
                        run.part("kernels", .34));
        requireWide(sums.meanX(), x, source);
        requireWide(sums.meanY(), y, target);
        double value = biased() ? sums.centred() : sums.unbiased();
        if (Double.isNaN(value)) {
            throw new InvalidInputException(
                    ("the kernels must tell the samples apart, but with sigma %.3g and %.3g those"
                                    + " of '%s' or '%s' are all nearly equal")
                            .formatted(Math.sqrt(x), Math.sqrt(y), source.name(), target.name()));
        }
        Map<String, Double> details = new LinkedHashMap<>();
        details.put("sigma, source", Math.sqrt(x));
        details.put("sigma, target", Math.sqrt(y));
        return new Score(value, new float[0], details);
    }

    private double variance(Space space, Run run) {
        double factor = options.factor() * options.factor();
        if (options.bandwidth() == Bandwidth.FIXED) {
            return factor;
        }
        PairOrder squares = PairOrder.of(PairTable.squares(MatrixRows.of(space.latents())), run);
        double square = options.bandwidth().square(squares, space.size());
        if (square == 0) {
            throw new InvalidInputException(
                    "the median distance must be above 0, but most rows of '%s' are equal"
                            .formatted(space.name()));
        }
        return factor * square;
    }

    private static void requireWide(double mean, double variance, Space space) {
        if (!(mean > 0)) {
            throw new InvalidInputException(
                    "sigma must be wide enough for samples to be alike, but with %.3g every kernel of two samples of '%s' is 0"
                            .formatted(Math.sqrt(variance), space.name()));
        }
    }

    /**
     * The options of the kernels and of the estimate.
     *
     * @param bandwidth the way to choose σ
     * @param factor the factor of σ, above 0
     * @param estimator biased or unbiased
     */
    public record Options(
            @Option(
                            "what sigma squared is taken from: lower-median (of the squared"
                                    + " distances other than 0, as torch.median has it; latentis),"
                                    + " median (of the same, the mean of the two middle ones),"
                                    + " table-median (of the whole table with its zeros, as"
                                    + " numpy.median has it; Kornblith et al.), fixed (sigma is"
                                    + " the factor itself; platonic-rep, with 1)")
                    Bandwidth bandwidth,
            @Option(
                            value =
                                    "what sigma is multiplied by, above 0 (the threshold of"
                                            + " Kornblith et al., 1 in latentis); a small one sees"
                                            + " close samples alone, a large one makes the kernel"
                                            + " linear",
                            min = 0)
                    double factor,
            @Option(
                            "biased (latentis, platonic-rep as cka), or unbiased (platonic-rep as"
                                    + " unbiased_cka), which is 0 on average for unrelated spaces")
                    Estimator estimator) {
        /** Checks the factor. */
        public Options {
            if (!(factor > 0) || !Double.isFinite(factor)) {
                throw new InvalidInputException("factor must be above 0, not " + factor);
            }
        }
    }
}
