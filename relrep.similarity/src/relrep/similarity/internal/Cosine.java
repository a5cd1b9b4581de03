package relrep.similarity.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.InvertibleSimilarity;
import relrep.api.similarity.Similarity;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.tile.Projection;

import java.util.EnumSet;
import java.util.Set;

/** The cosine similarity, {@code x·a / (‖x‖‖a‖)}; 0 for a zero vector. */
@Component(service = Similarity.class)
@Plugin(
        name = "cosine",
        description = "cosine of the angle between point and anchor, -1 to 1; larger is more alike",
        source =
                "Moschella et al., Relative representations enable zero-shot latent space"
                        + " communication, ICLR 2023, section 3")
public final class Cosine implements DifferentiableSimilarity, InvertibleSimilarity {
    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        return PointsAndAnchors.of(points, anchors)
                .finite(Projection.create().cosine(points, anchors));
    }

    @Override
    public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
        PointsAndAnchors.of(points, anchors).requireGradient(gradient);
        return CosineTable.of(DoubleMatrix.of(points), DoubleMatrix.of(anchors))
                .pullBack(DoubleMatrix.of(gradient))
                .toMatrix();
    }

    /** Returns points of length 1. */
    @Override
    public Matrix invert(Matrix relative, Matrix anchors) {
        return directions("cosine", relative, anchors);
    }

    /**
     * Returns the directions that have these cosines with the anchors.
     *
     * @param similarity the similarity's name, for the message
     */
    static Matrix directions(String similarity, Matrix cosines, Matrix anchors) {
        DoubleMatrix all = DoubleMatrix.of(anchors.requireFinite("the anchors"));
        DoubleMatrix units = CosineTable.of(all, all).anchors();
        return Basis.of(similarity, units).points(cosines);
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(
                Invariance.PERMUTATION, Invariance.ORTHOGONAL, Invariance.ISOTROPIC_SCALING);
    }
}
