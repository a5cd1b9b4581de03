package relrep.similarity.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.Similarity;
import relrep.kernels.tile.Projection;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The cosine after the mean of a batch is subtracted from points and anchors alike. It is invariant
 * to shifts and rotations, but not to factors of single coordinates.
 */
@Component(service = Similarity.class)
@Plugin(
        name = "centred-cosine",
        description = "cosine of centred points, -1 to 1; larger is more alike; blind to shift",
        source = "ours: what of robust-cosine comes from its centre alone")
public final class CentredCosine implements DifferentiableSimilarity {
    private final Optional<Statistics> centre;

    /** Makes the similarity, not calibrated. */
    public CentredCosine() {
        this(Optional.empty());
    }

    private CentredCosine(Optional<Statistics> centre) {
        this.centre = centre;
    }

    @Override
    public Similarity calibrate(Matrix batch) {
        return new CentredCosine(Optional.of(Statistics.centre(batch)));
    }

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        PointsAndAnchors inputs = PointsAndAnchors.of(points, anchors);
        return inputs.finite(
                Projection.create().cosine(points, anchors, statistics(points).standardisation()));
    }

    @Override
    public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
        return CalibratedGradient.of(
                statistics(points), centre.isPresent(), points, anchors, gradient);
    }

    private Statistics statistics(Matrix points) {
        Statistics used = centre.orElseGet(() -> Statistics.centre(points));
        if (used.mean().length != points.cols()) {
            throw new InvalidInputException(
                    "points must be as wide as the batch of the calibration, not %d and %d"
                            .formatted(points.cols(), used.mean().length));
        }
        return used;
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(
                Invariance.PERMUTATION,
                Invariance.TRANSLATION,
                Invariance.ORTHOGONAL,
                Invariance.ISOTROPIC_SCALING);
    }
}
