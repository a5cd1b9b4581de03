package relrep.similarity.internal;

import relrep.api.data.Matrix;
import relrep.kernels.linear.DoubleMatrix;

/**
 * Computes points from their distances to anchors. With centred anchors, {@code ‖x - a‖² = ‖x‖² -
 * 2x·a + ‖a‖²}. Subtracting the mean over the anchors removes {@code ‖x‖²}, and the rest is linear
 * in <i>x</i>.
 *
 * @param mean the mean of the anchors
 * @param basis the centred anchors
 */
@SuppressWarnings("ArrayRecordComponent") // applied, never compared
record Trilateration(double[] mean, Basis basis) {
    /**
     * Returns the trilateration by some anchors.
     *
     * @param similarity the similarity's name, for the message
     * @throws relrep.api.run.InvalidInputException when the centred anchors do not span all
     *     coordinates
     */
    static Trilateration of(String similarity, DoubleMatrix anchors) {
        double[] mean = new double[anchors.cols()];
        double[] values = anchors.toArray();
        for (int i = 0; i < values.length; i++) {
            mean[i % mean.length] += values[i] / anchors.rows();
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean[i % mean.length];
        }
        DoubleMatrix centred = DoubleMatrix.of(anchors.rows(), anchors.cols(), values);
        return new Trilateration(mean, Basis.of(centred).requireWhole(similarity, anchors.rows()));
    }

    /**
     * Returns the points, by least squares of the squared distances.
     *
     * @param distances {@code n × k}
     */
    DoubleMatrix points(Matrix distances) {
        int k = basis.rows().rows();
        PointsAndAnchors.requireRelative(distances, k);
        double[] squares = new double[k];
        for (int j = 0; j < k; j++) {
            for (double value : basis.rows().row(j)) {
                squares[j] += value * value;
            }
        }
        double[] products = new double[distances.rows() * k];
        for (int i = 0; i < distances.rows(); i++) {
            double sum = 0;
            for (int j = 0; j < k; j++) {
                double distance = distances.get(i, j);
                products[i * k + j] = (squares[j] - distance * distance) / 2;
                sum += products[i * k + j];
            }
            for (int j = 0; j < k; j++) {
                products[i * k + j] -= sum / k;
            }
        }
        DoubleMatrix points =
                DoubleMatrix.of(distances.rows(), k, products).timesTranspose(basis.inverse());
        double[] values = points.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += mean[i % mean.length];
        }
        return DoubleMatrix.of(points.rows(), points.cols(), values);
    }
}
