package relrep.similarity.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.InvertibleSimilarity;
import relrep.api.similarity.Similarity;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.tile.AffineMap;

import java.util.EnumSet;
import java.util.Set;

/**
 * The coordinates of a point in the basis of the anchors: weights {@code c = argmin ‖Σ c_j a_j -
 * x‖}. With more anchors than coordinates, the smallest weights are taken. With fewer, the weights
 * give the nearest point in the span of the anchors.
 */
@Component(service = Similarity.class)
@Plugin(
        name = "change-of-basis",
        description = "weights with which the anchors add up to the point, by least squares",
        source =
                "Cannistraci et al., From bricks to bridges: product of invariances to enhance"
                        + " latent space communication, ICLR 2024; latentis: change_of_basis")
public final class ChangeOfBasis implements DifferentiableSimilarity, InvertibleSimilarity {
    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        PointsAndAnchors inputs = PointsAndAnchors.of(points, anchors);
        anchors.requireFinite("the anchors");
        Basis basis = Basis.of(DoubleMatrix.of(anchors));
        return inputs.finite(AffineMap.linear(basis.inverse()).apply(points));
    }

    @Override
    public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
        PointsAndAnchors.of(points, anchors).requireGradient(gradient);
        Basis basis = Basis.of(DoubleMatrix.of(anchors));
        return DoubleMatrix.of(gradient).timesTranspose(basis.inverse()).toMatrix();
    }

    @Override
    public Matrix invert(Matrix relative, Matrix anchors) {
        PointsAndAnchors.requireRelative(relative, anchors.rows());
        anchors.requireFinite("the anchors");
        Basis basis = Basis.of("change-of-basis", DoubleMatrix.of(anchors));
        return AffineMap.linear(basis.rows()).apply(relative);
    }

    /**
     * Returns the exact invariances. They hold if the anchors span the space; otherwise only those
     * of rotations do.
     */
    @Override
    public Set<Invariance> invariances() {
        return EnumSet.complementOf(EnumSet.of(Invariance.TRANSLATION));
    }

    @Override
    public boolean takesAnchorsTogether() {
        return true;
    }
}
