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

/** The Euclidean distance, {@code ‖x - a‖}: 0 for the same point, larger for less similar ones. */
@Component(service = Similarity.class)
@Plugin(
        name = "euclidean",
        description = "Euclidean distance of point and anchor, 0 or more; larger is less alike",
        source = "Lähner & Moeller, On the Direct Alignment of Latent Spaces, 2023, section 3.3")
public final class Euclidean implements DifferentiableSimilarity, InvertibleSimilarity {
    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        return PointsAndAnchors.of(points, anchors)
                .finite(Projection.create().euclidean(points, anchors));
    }

    @Override
    public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
        PointsAndAnchors.of(points, anchors).requireGradient(gradient);
        DistanceTable table = new DistanceTable(DoubleMatrix.of(points), DoubleMatrix.of(anchors));
        return table.pullBack(DoubleMatrix.of(gradient)).toMatrix();
    }

    /** Returns the points by trilateration, which needs one more anchor than coordinates. */
    @Override
    public Matrix invert(Matrix relative, Matrix anchors) {
        DoubleMatrix all = DoubleMatrix.of(anchors.requireFinite("the anchors"));
        return Trilateration.of("euclidean", all).points(relative).toMatrix();
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(Invariance.PERMUTATION, Invariance.ORTHOGONAL, Invariance.TRANSLATION);
    }

    @Override
    public Sense sense() {
        return Sense.LARGER_IS_FARTHER;
    }
}
