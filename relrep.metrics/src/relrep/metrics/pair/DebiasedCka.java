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
import relrep.kernels.linear.DebiasedAlignment;
import relrep.kernels.linear.MatrixRows;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Linear centred kernel alignment from unbiased estimates, -1 to 1. Unrelated spaces have 0 on
 * average, even with few samples for the widths, where {@code linear-cka} rises towards 1. It is
 * also called unbiased CKA. Widths may differ. It needs 4 samples; a space whose rows are all equal
 * is refused.
 *
 * <p>With {@code batch}, the estimates are averaged over consecutive blocks of this size before the
 * ratio is taken, which is minibatch CKA. An incomplete last block is ignored.
 *
 * <p>Source: Song et al., Feature selection via dependence maximization, JMLR 2012, equation 5;
 * Nguyen et al., Do wide and deep networks learn the same things?, ICLR 2021, on batches.
 */
@Component(service = PairMetric.class)
@Plugin(
        name = "debiased-cka",
        description = "linear centred kernel alignment, unbiased: 0 for unrelated spaces",
        source =
                "Song et al., Feature selection via dependence maximization, JMLR 2012, equation 5;"
                        + " Nguyen et al., Do wide and deep networks learn the same things?, ICLR"
                        + " 2021")
public final class DebiasedCka implements PairMetric, Tunable<PairMetric, DebiasedCka.Options> {
    private static final int FEWEST = 4;

    private final Options options;

    /** Makes the metric with its defaults: all samples at once. */
    @Activate
    public DebiasedCka() {
        this(new Options(0));
    }

    private DebiasedCka(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public PairMetric with(Options changed) {
        return new DebiasedCka(changed);
    }

    @Override
    public MetricTraits traits() {
        int rows = options.batch() == 0 ? FEWEST : options.batch();
        return new MetricTraits(Direction.HIGHER_IS_BETTER, -1, 1, Set.of(), rows);
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(
                Invariance.ORTHOGONAL,
                Invariance.PERMUTATION,
                Invariance.ISOTROPIC_SCALING,
                Invariance.TRANSLATION);
    }

    @Override
    public OptionalDouble chance(int rows, int width) {
        return OptionalDouble.of(0);
    }

    @Override
    public Score measure(Space source, Space target, Run run) {
        Paired.require(traits(), source, target);
        Paired.requireSpread(source, target);
        int n = source.size();
        int batch = options.batch() == 0 ? n : options.batch();
        DebiasedAlignment sum = new DebiasedAlignment(0, 0, 0);
        for (int from = 0; from + batch <= n; from += batch) {
            sum = sum.plus(part(source.latents(), target.latents(), from, from + batch));
            run.step(from + batch, n);
        }
        if (Double.isNaN(sum.value())) {
            throw new InvalidInputException(
                    ("the samples must show the spread of both spaces, but the unbiased estimate of"
                         + " '%s' with itself is not above 0: more samples, or linear-cka instead")
                            .formatted((sum.first() > 0 ? target : source).name()));
        }
        return Score.of(sum.value());
    }

    private static DebiasedAlignment part(Matrix x, Matrix y, int from, int to) {
        return DebiasedAlignment.of(
                MatrixRows.of(x.rows(from, to)), MatrixRows.of(y.rows(from, to)));
    }

    /**
     * The options of the estimate.
     *
     * @param batch samples a block, 0 for all in one
     */
    public record Options(
            @Option(
                            value =
                                    "samples a block whose estimates are averaged, 4 or more"
                                        + " (minibatch CKA; PyTorch-Model-Compare); 0 takes all at"
                                        + " once (debiased or unbiased CKA; platonic-rep as"
                                        + " unbiased_cka)",
                            min = 0)
                    int batch) {
        /** Checks that a block has enough samples. */
        public Options {
            if (batch != 0 && batch < FEWEST) {
                throw new InvalidInputException(
                        "batch must be 0 or at least %d, not %d".formatted(FEWEST, batch));
            }
        }
    }
}
