package relrep.api.similarity;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

/**
 * A similarity defined for one pair of points: the shortest way to write one. {@link
 * #compare(float[], float[])} is called {@code n·k} times and decides the speed.
 */
@ConsumerType
public interface PointSimilarity extends Similarity {
    /**
     * Returns the similarity of a point to an anchor.
     *
     * @param point {@code d} coordinates; must not be changed
     * @param anchor {@code d} coordinates; must not be changed
     */
    double compare(float[] point, float[] anchor);

    @Override
    default Matrix compare(Matrix points, Matrix anchors) {
        if (points.cols() != anchors.cols()) {
            throw new InvalidInputException(
                    "points and anchors must be equally wide, not %d and %d"
                            .formatted(points.cols(), anchors.cols()));
        }
        float[][] anchor = new float[anchors.rows()][];
        for (int j = 0; j < anchor.length; j++) {
            anchor[j] = anchors.row(j);
        }
        return Matrix.filled(
                points.rows(),
                anchor.length,
                memory -> {
                    for (int i = 0; i < points.rows(); i++) {
                        float[] point = points.row(i);
                        for (float[] a : anchor) {
                            memory.put((float) compare(point, a));
                        }
                    }
                });
    }
}
