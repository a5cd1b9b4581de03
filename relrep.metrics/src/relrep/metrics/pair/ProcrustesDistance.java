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
import relrep.api.run.Run;
import relrep.kernels.linear.Gram;
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.linear.Svd;

import java.util.EnumSet;
import java.util.Set;

/**
 * The distance between two centred spaces after the best rotation or reflection of one onto the
 * other; 0 for a perfect match. The best sum of inner products is the nuclear norm of {@code XᵀY}.
 * Four different numbers have this name: see {@link Form}. For unequal widths, the narrower space
 * is padded with zeros.
 *
 * <p>It computes in double from cross products. Memory: {@code 8dm} bytes.
 *
 * <p>Source: Schönemann, A generalized solution of the orthogonal Procrustes problem, 1966;
 * Williams et al., Generalized shape metrics on neural representations, NeurIPS 2021, for the
 * angle.
 */
@Component(service = PairMetric.class)
@Plugin(
        name = "procrustes-distance",
        description = "how far two spaces stay apart after the best rotation",
        source =
                "Schönemann, A generalized solution of the orthogonal Procrustes problem, 1966;"
                        + " Williams et al., Generalized shape metrics, NeurIPS 2021")
public final class ProcrustesDistance
        implements PairMetric, Tunable<PairMetric, ProcrustesDistance.Options> {
    private final Options options;

    /** Makes the metric with its defaults: the angle. */
    @Activate
    public ProcrustesDistance() {
        this(new Options(Form.ANGULAR));
    }

    private ProcrustesDistance(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public PairMetric with(Options changed) {
        return new ProcrustesDistance(changed);
    }

    @Override
    public MetricTraits traits() {
        return new MetricTraits(
                Direction.LOWER_IS_BETTER, 0, options.form().largest(), Set.of(), 2);
    }

    @Override
    public Set<Invariance> invariances() {
        Set<Invariance> invariances =
                EnumSet.of(Invariance.ORTHOGONAL, Invariance.PERMUTATION, Invariance.TRANSLATION);
        if (options.form() != Form.SQUARED) {
            invariances.add(Invariance.ISOTROPIC_SCALING);
        }
        return invariances;
    }

    @Override
    public Score measure(Space source, Space target, Run run) {
        Paired.require(traits(), source, target);
        if (options.form() != Form.SQUARED) {
            Paired.requireSpread(source, target);
        }
        MatrixRows x = MatrixRows.of(source.latents());
        MatrixRows y = MatrixRows.of(target.latents());
        MatrixRows a = x.minus(x.mean());
        MatrixRows b = y.minus(y.mean());
        double nuclear = Svd.of(Gram.of(a, b)).sum();
        return Score.of(options.form().of(nuclear, Gram.squares(a), Gram.squares(b)));
    }

    /** The forms of the distance. */
    public enum Form {
        /** {@code ‖X‖² + ‖Y‖² − 2‖XᵀY‖⁎}, the remaining sum of squared distances. */
        SQUARED {
            @Override
            double of(double nuclear, double first, double second) {
                return Math.max(0, first + second - 2 * nuclear);
            }

            @Override
            double largest() {
                return Double.POSITIVE_INFINITY;
            }
        },
        /**
         * {@code arccos(‖XᵀY‖⁎ / (‖X‖‖Y‖))}, 0 to π/2, which is a metric in the mathematical sense.
         */
        ANGULAR {
            @Override
            double of(double nuclear, double first, double second) {
                return Math.acos(ratio(nuclear, first, second));
            }

            @Override
            double largest() {
                return Math.PI / 2;
            }
        },
        /** {@code 1 − ‖XᵀY‖⁎ / (‖X‖‖Y‖)}, 0 to 1. */
        RATIO {
            @Override
            double of(double nuclear, double first, double second) {
                return 1 - ratio(nuclear, first, second);
            }
        },
        /**
         * {@code 1 − (‖XᵀY‖⁎ / (‖X‖‖Y‖))²}, 0 to 1: the remaining part if the scale is fitted as
         * well.
         */
        DISPARITY {
            @Override
            double of(double nuclear, double first, double second) {
                double ratio = ratio(nuclear, first, second);
                return 1 - ratio * ratio;
            }
        };

        /**
         * Returns the distance.
         *
         * @param nuclear {@code ‖XᵀY‖⁎}
         * @param first {@code ‖X‖²}
         * @param second {@code ‖Y‖²}
         */
        abstract double of(double nuclear, double first, double second);

        double largest() {
            return 1;
        }

        private static double ratio(double nuclear, double first, double second) {
            return Math.min(1, nuclear / Math.sqrt(first) / Math.sqrt(second));
        }
    }

    /**
     * The options of the distance.
     *
     * @param form of the distance
     */
    public record Options(
            @Option(
                            "which number: squared (the squared distance that remains; depends on"
                                + " the scale; resi takes its root), angular (the arc cosine of the"
                                + " ratio of the best sum of inner products to the norms, 0 to"
                                + " pi/2; netrep), ratio (1 less that ratio; anatome), disparity (1"
                                + " less its square; scipy.spatial.procrustes)")
                    Form form) {}
}
