package relrep.similarity.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.Similarity;
import relrep.kernels.tile.Projection;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The cosine after standardising each coordinate to mean 0 and variance 1 over a batch: {@code (z -
 * μ) / √(σ² + eps)}, σ² the biased variance, points and anchors alike. It is invariant to shifts
 * and factors of the coordinates, but not to rotations.
 */
@Component(service = Similarity.class)
@Plugin(
        name = "robust-cosine",
        description =
                "cosine after batch normalisation, -1 to 1; larger is more alike; blind to shift"
                        + " and scale of each coordinate",
        source =
                "García-Castellanos et al., Relative representations: topological and geometric"
                        + " perspectives, 2024")
public final class RobustCosine
        implements DifferentiableSimilarity, Tunable<Similarity, RobustCosine.Options> {
    private final Options options;
    private final Optional<Statistics> statistics;

    /** Makes the similarity with its defaults, not calibrated. */
    public RobustCosine() {
        this(new Options(1e-5), Optional.empty());
    }

    private RobustCosine(Options options, Optional<Statistics> statistics) {
        this.options = options;
        this.statistics = statistics;
    }

    /** The options of {@code robust-cosine}. */
    public record Options(
            @Option(
                            value =
                                    "what is added to each variance; at 0 the result is invariant"
                                            + " to shift and scale of the coordinates up to"
                                            + " rounding, above it a rescaled coordinate moves the"
                                            + " result by about eps / variance",
                            min = 0)
                    double eps) {
        /** Checks the number. */
        public Options {
            if (!(eps >= 0) || Double.isInfinite(eps)) {
                throw new InvalidInputException("eps must be a number of at least 0, not " + eps);
            }
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Similarity with(Options other) {
        return new RobustCosine(other, Optional.empty());
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException when the batch is empty, or a value is not finite
     */
    @Override
    public Similarity calibrate(Matrix batch) {
        return new RobustCosine(options, Optional.of(Statistics.of(batch, options.eps())));
    }

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        PointsAndAnchors inputs = PointsAndAnchors.of(points, anchors);
        Statistics used = statistics(points);
        return inputs.finite(Projection.create().cosine(points, anchors, used.standardisation()));
    }

    /**
     * Returns the gradient. Without calibration, the statistics are those of the points and are
     * part of the gradient.
     */
    @Override
    public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
        return CalibratedGradient.of(
                statistics(points), statistics.isPresent(), points, anchors, gradient);
    }

    private Statistics statistics(Matrix points) {
        Statistics used = statistics.orElseGet(() -> Statistics.of(points, options.eps()));
        if (used.mean().length != points.cols()) {
            throw new InvalidInputException(
                    "points must be as wide as the batch of the calibration, not %d and %d"
                            .formatted(points.cols(), used.mean().length));
        }
        return used;
    }

    /**
     * Returns the invariances. Shifts never change the result. Factors change it by about eps /
     * variance, so they are claimed only for eps = 0.
     */
    @Override
    public Set<Invariance> invariances() {
        Set<Invariance> claims = EnumSet.of(Invariance.PERMUTATION, Invariance.TRANSLATION);
        if (options.eps() == 0) {
            claims.addAll(Invariance.AXIS_SCALING.implied());
        }
        return claims;
    }
}
