package relrep.similarity.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.InvertibleSimilarity;
import relrep.api.similarity.Similarity;
import relrep.kernels.linear.DoubleMatrix;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The Mahalanobis distance, {@code √((x - a)ᵀ Σ⁻¹ (x - a))}. Σ is the biased covariance of a batch
 * (divided by <i>n</i>). Directions without spread in the batch are left out.
 */
@Component(service = Similarity.class)
@Plugin(
        name = "mahalanobis",
        description = "Euclidean distance after whitening, blind to any invertible affine map",
        source =
                "Mahalanobis, On the generalised distance in statistics, 1936; as a relative"
                        + " projection: anc")
public final class Mahalanobis
        implements DifferentiableSimilarity,
                InvertibleSimilarity,
                Tunable<Similarity, Mahalanobis.Options> {
    private final Options options;
    private final Optional<Whitening> calibrated;

    /** Makes the similarity with its defaults, not calibrated. */
    public Mahalanobis() {
        this(new Options(Covariance.BATCH, Sign.DISTANCE), Optional.empty());
    }

    private Mahalanobis(Options options, Optional<Whitening> calibrated) {
        this.options = options;
        this.calibrated = calibrated;
    }

    /** The source of the covariance. */
    public enum Covariance {
        /** The calibration batch; without one, the points of the call. */
        BATCH,
        /** The anchors. */
        ANCHORS
    }

    /** The signs of the result. */
    public enum Sign {
        /** 0 for the same point, larger for less similar ones. */
        DISTANCE,
        /** 0 for the same point, lower for less similar ones. */
        NEGATED
    }

    /** The options of {@code mahalanobis}. */
    public record Options(
            @Option(
                            "whose covariance it is: that of the batch of the calibration (the"
                                    + " training latents, or the points of a call without one), or"
                                    + " of the anchors, as latentis fits what it does to a space")
                    Covariance covariance,
            @Option("distance, or negated, so that larger is more alike, as anc has it")
                    Sign sign) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Similarity with(Options other) {
        return new Mahalanobis(other, Optional.empty());
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException when the batch is empty, or a value is not finite
     */
    @Override
    public Similarity calibrate(Matrix batch) {
        return options.covariance() == Covariance.ANCHORS
                ? this
                : new Mahalanobis(options, Optional.of(Whitening.of(batch, "the batch")));
    }

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        PointsAndAnchors inputs = PointsAndAnchors.of(points, anchors);
        if (points.rows() == 0) {
            return Matrix.of(0, anchors.rows());
        }
        Whitening whitening = whitening(points, anchors);
        Matrix distances = whitening.distances(points, anchors);
        return inputs.finite(
                options.sign() == Sign.DISTANCE ? distances : Each.of(distances, d -> 0 - d));
    }

    private Whitening whitening(Matrix points, Matrix anchors) {
        if (options.covariance() == Covariance.ANCHORS) {
            return Whitening.of(anchors, "the anchors");
        }
        Whitening used = calibrated.orElseGet(() -> Whitening.of(points, "the points"));
        if (used.mean().length != points.cols()) {
            throw new InvalidInputException(
                    "points must be as wide as the batch of the calibration, not %d and %d"
                            .formatted(points.cols(), used.mean().length));
        }
        return used;
    }

    /**
     * Returns the gradient. Without calibration, the covariance is that of the points and is part
     * of the gradient.
     */
    @Override
    public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
        PointsAndAnchors.of(points, anchors).requireGradient(gradient);
        Whitening used = whitening(points, anchors);
        DoubleMatrix x = used.apply(points);
        DoubleMatrix a = used.apply(anchors);
        double sign = options.sign() == Sign.DISTANCE ? 1 : -1;
        DoubleMatrix g = DoubleMatrix.of(gradient).scaled(sign);
        DoubleMatrix direct = new DistanceTable(x, a).pullBack(g).timesTranspose(used.weights());
        boolean fixed = calibrated.isPresent() || options.covariance() == Covariance.ANCHORS;
        return (fixed ? direct : direct.minus(throughCovariance(used, points, x, a, g))).toMatrix();
    }

    /**
     * Returns {@code V(x - μ) / n} for each point, with {@code V = Σ g vvᵀ / ‖·‖} over all pairs
     * and {@code v = Σ⁻¹(x - a)}: the part of the gradient through the covariance.
     */
    private static DoubleMatrix throughCovariance(
            Whitening used, Matrix points, DoubleMatrix x, DoubleMatrix a, DoubleMatrix g) {
        int r = x.cols();
        double[] sum = new double[r * r];
        for (int i = 0; i < x.rows(); i++) {
            double[] point = x.row(i);
            for (int j = 0; j < a.rows(); j++) {
                double[] apart = a.row(j);
                double squares = 0;
                for (int t = 0; t < r; t++) {
                    apart[t] = point[t] - apart[t];
                    squares += apart[t] * apart[t];
                }
                double weight = squares > 0 ? g.get(i, j) / Math.sqrt(squares) : 0;
                for (int t = 0; t < r * r; t++) {
                    sum[t] += weight * apart[t / r] * apart[t % r];
                }
            }
        }
        DoubleMatrix v = used.weights().times(DoubleMatrix.of(r, r, sum));
        DoubleMatrix whole = v.timesTranspose(used.weights()).scaled(1. / x.rows());
        return used.centred(points).times(whole);
    }

    @Override
    public Matrix invert(Matrix relative, Matrix anchors) {
        if (calibrated.isEmpty() && options.covariance() == Covariance.BATCH) {
            throw new InvalidInputException(
                    "mahalanobis is inverted once calibrated: without a batch the covariance is not"
                            + " known");
        }
        Whitening used = whitening(anchors, anchors);
        if (!used.whole()) {
            throw new InvalidInputException(
                    ("mahalanobis is inverted where its covariance has all %d directions, but that"
                                    + " of %s, here with %d anchors, has %d")
                            .formatted(
                                    used.mean().length,
                                    calibrated.isPresent() ? "the batch" : "the anchors",
                                    anchors.rows(),
                                    used.weights().cols()));
        }
        Matrix distances = Each.of(relative, Math::abs);
        return used.invert(Trilateration.of("mahalanobis", used.apply(anchors)).points(distances));
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.allOf(Invariance.class);
    }

    @Override
    public boolean takesAnchorsTogether() {
        return options.covariance() == Covariance.ANCHORS;
    }

    @Override
    public Sense sense() {
        return options.sign() == Sign.DISTANCE ? Sense.LARGER_IS_FARTHER : Sense.LARGER_IS_CLOSER;
    }
}
