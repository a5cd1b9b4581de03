package relrep.similarity.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.Similarity;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.tile.Projection;

import java.util.EnumSet;
import java.util.Set;

/** The cosine of the angle at the origin, {@code x·a / (‖x‖‖a‖)}; 0 for a zero vector. */
@Component(service = Similarity.class)
@Plugin(
        name = "cosine",
        description = "cosine of the angle between point and anchor, -1 to 1; larger is more alike",
        source =
                "Moschella et al., Relative representations enable zero-shot latent space"
                        + " communication, ICLR 2023, section 3")
public final class Cosine implements DifferentiableSimilarity {
    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        return Inputs.of(points, anchors).finite(Projection.create().cosine(points, anchors));
    }

    @Override
    public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
        Inputs.of(points, anchors).requireGradient(gradient);
        return CosineTable.of(DoubleMatrix.of(points), DoubleMatrix.of(anchors))
                .pullBack(DoubleMatrix.of(gradient))
                .toMatrix();
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(
                Invariance.PERMUTATION, Invariance.ORTHOGONAL, Invariance.ISOTROPIC_SCALING);
    }
}
