package relrep.similarity.internal;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.ColumnSpace;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.LeastSquares;
import relrep.kernels.linear.Svd;
import relrep.kernels.tile.AffineMap;

/**
 * A basis of anchors: converts coordinates to inner products with the anchors and back.
 *
 * @param rows {@code k × d}
 * @param svd the singular value decomposition of the rows, without directions of rounding
 * @param rank the number of directions that they span, without too small ones
 */
record Basis(DoubleMatrix rows, Svd svd, int rank) {
    static Basis of(DoubleMatrix rows) {
        Svd svd = ColumnSpace.ofFloats(rows).svd();
        return new Basis(rows, svd, svd.rank(LeastSquares.FLOAT_TOLERANCE));
    }

    /**
     * Returns a basis of a whole space.
     *
     * @param similarity the similarity's name, for the message
     * @throws InvalidInputException when the rows span less than their width
     */
    static Basis of(String similarity, DoubleMatrix rows) {
        return of(rows).requireWhole(similarity, rows.rows());
    }

    /**
     * Checks that the rows span all coordinates.
     *
     * @param anchors the number of anchors
     */
    Basis requireWhole(String similarity, int anchors) {
        if (rank < rows.cols()) {
            throw new InvalidInputException(
                    "%s is inverted where the anchors span all %d coordinates, but %d anchors span"
                                    .formatted(similarity, rows.cols(), anchors)
                            + " %d; take more anchors".formatted(rank));
        }
        return this;
    }

    /** Returns the pseudo-inverse, {@code d × k}. */
    DoubleMatrix inverse() {
        double[] reciprocals = new double[rank];
        for (int i = 0; i < rank; i++) {
            reciprocals[i] = 1 / svd.values()[i];
        }
        DoubleMatrix v = svd.vt().transpose().cols(0, rank);
        return v.scaledColumns(reciprocals).timesTranspose(svd.u().cols(0, rank));
    }

    /**
     * Returns the points with these inner products with the rows, by least squares.
     *
     * @param products {@code n × k}
     */
    Matrix points(Matrix products) {
        PointsAndAnchors.requireRelative(products, rows.rows());
        return AffineMap.linear(inverse().transpose()).apply(products);
    }
}
