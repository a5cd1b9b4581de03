package relrep.similarity.internal;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Gram;
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.linear.SymmetricEigen;
import relrep.kernels.tile.Projection;

/**
 * The whitening of a batch: a map after which the batch has mean 0 and covariance 1. Directions
 * without spread are left out.
 *
 * @param mean {@code d} values
 * @param weights {@code d × r}
 * @param back {@code r × d}
 */
@SuppressWarnings("ArrayRecordComponent") // applied, never compared
record Whitening(double[] mean, DoubleMatrix weights, DoubleMatrix back) {
    /**
     * Directions with a variance below this share of the largest have no spread: a millionth,
     * squared.
     */
    private static final double NONE = 1e-12;

    /** Distances below this share of both lengths together have lost a digit to rounding. */
    private static final double SHORT = 1. / 32;

    /**
     * Returns the map of a batch, whose covariance is divided by its number of rows.
     *
     * @throws InvalidInputException when the batch has no row
     */
    static Whitening of(Matrix batch, String what) {
        if (batch.rows() == 0) {
            throw new InvalidInputException(
                    "mahalanobis needs at least 1 row for its covariance, there is none");
        }
        MatrixRows rows = MatrixRows.of(batch.requireFinite(what));
        double[] mean = rows.mean();
        DoubleMatrix covariance = Gram.of(rows.minus(mean)).scaled(1. / batch.rows());
        SymmetricEigen eigen = SymmetricEigen.of(covariance);
        double[] values = eigen.values();
        int rank = 0;
        while (rank < values.length && values[rank] > NONE * values[0] && values[rank] > 0) {
            rank++;
        }
        double[] shrink = new double[rank];
        double[] grow = new double[rank];
        for (int i = 0; i < rank; i++) {
            grow[i] = Math.sqrt(values[i]);
            shrink[i] = 1 / grow[i];
        }
        DoubleMatrix axes = eigen.vectors().rows(0, rank);
        return new Whitening(mean, axes.transpose().scaledColumns(shrink), axes.scaledRows(grow));
    }

    /**
     * Returns the distance of each whitened point and anchor. Whitened rows are floats. If a
     * distance is short compared with them, their rounding matters, so it is computed again from
     * the difference of the rows in double.
     */
    Matrix distances(Matrix points, Matrix anchors) {
        Matrix x = apply(points).toMatrix();
        Matrix a = apply(anchors).toMatrix();
        Matrix distances = Projection.create().euclidean(x, a);
        double[] ofX = lengths(x);
        double[] ofA = lengths(a);
        return Matrix.filled(
                distances.rows(),
                distances.cols(),
                memory -> {
                    for (int i = 0; i < ofX.length; i++) {
                        float[] row = distances.row(i);
                        for (int j = 0; j < row.length; j++) {
                            if (row[j] < SHORT * (ofX[i] + ofA[j])) {
                                row[j] = (float) distance(points.row(i), anchors.row(j));
                            }
                        }
                        memory.put(row);
                    }
                });
    }

    private static double[] lengths(Matrix rows) {
        double[] lengths = new double[rows.rows()];
        for (int i = 0; i < lengths.length; i++) {
            double squares = 0;
            for (float value : rows.row(i)) {
                squares += (double) value * value;
            }
            lengths[i] = Math.sqrt(squares);
        }
        return lengths;
    }

    private double distance(float[] point, float[] anchor) {
        double[] apart = new double[point.length];
        for (int t = 0; t < apart.length; t++) {
            apart[t] = (double) point[t] - anchor[t];
        }
        return DoubleMatrix.of(1, apart.length, apart).times(weights).norm();
    }

    /** Returns whitened rows in double, so that small directions keep their digits. */
    DoubleMatrix apply(Matrix rows) {
        return centred(rows).times(weights);
    }

    /** Returns rows minus the mean. */
    DoubleMatrix centred(Matrix rows) {
        double[] values = DoubleMatrix.of(rows).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean[i % mean.length];
        }
        return DoubleMatrix.of(rows.rows(), rows.cols(), values);
    }

    /** Returns whether the batch had spread in all directions. */
    boolean whole() {
        return weights.cols() == mean.length;
    }

    /** Returns the rows for some whitened rows. */
    Matrix invert(DoubleMatrix white) {
        double[] values = white.times(back).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += mean[i % mean.length];
        }
        return DoubleMatrix.of(white.rows(), mean.length, values).toMatrix();
    }
}
