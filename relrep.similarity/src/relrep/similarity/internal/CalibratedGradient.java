package relrep.similarity.internal;

import relrep.api.data.Matrix;
import relrep.kernels.linear.DoubleMatrix;

/** The gradient of a cosine of shifted and scaled points with respect to the points. */
final class CalibratedGradient {
    private CalibratedGradient() {}

    /**
     * Returns the gradient.
     *
     * @param used the shift and scale of points and anchors
     * @param fixed whether they are fixed; otherwise they are those of the points and are part of
     *     the gradient
     * @param gradient with respect to the similarities, {@code n × k}
     */
    static Matrix of(
            Statistics used, boolean fixed, Matrix points, Matrix anchors, Matrix gradient) {
        PointsAndAnchors.of(points, anchors).requireGradient(gradient);
        DoubleMatrix x = DoubleMatrix.of(points);
        DoubleMatrix a = DoubleMatrix.of(anchors);
        DoubleMatrix g = DoubleMatrix.of(gradient);
        CosineTable table = CosineTable.of(used.apply(x), used.apply(a));
        DoubleMatrix pulled = table.pullBack(g);
        return fixed
                ? pulled.scaledColumns(used.factor()).toMatrix()
                : used.pullBack(x, a, pulled, table.pullBackToAnchors(g)).toMatrix();
    }
}
