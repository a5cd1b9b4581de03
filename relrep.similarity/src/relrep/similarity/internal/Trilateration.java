package relrep.similarity.internal;

import relrep.api.data.Matrix;
import relrep.kernels.linear.DoubleMatrix;

/**
 * Points from their distances to anchors. With anchors less their mean, {@code ‖x - a‖² = ‖x‖² -
 * 2x·a + ‖a‖²}; less the mean over the anchors, {@code ‖x‖²} is gone, and what is left is linear.
 *
 * @param mean of the anchors
 * @param basis the anchors less their mean
 */
@SuppressWarnings("ArrayRecordComponent") // applied, never compared
record Trilateration(double[] mean, Basis basis) {
    /**
     * Returns what the anchors determine.
     *
     * @param similarity who asks, for the sentence
     * @throws relrep.api.run.InvalidInputException when the anchors, less their mean, do not span
     *     all coordinates
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
        Inputs.requireRelative(distances, k);
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
