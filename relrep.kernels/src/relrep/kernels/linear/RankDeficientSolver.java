package relrep.kernels.linear;

/**
 * Solves least squares by the singular values of the triangular factor of {@code [X Y]}. Directions
 * that are only rounding, and those below the tolerance, are left out. This gives the solution of
 * smallest norm.
 */
final class RankDeficientSolver {
    private RankDeficientSolver() {}

    static LeastSquares solve(MatrixRows x, MatrixRows y, double penalty, double tolerance) {
        int d = x.cols();
        DoubleMatrix factor = Triangle.of(x, y);
        DoubleMatrix left = factor.rows(0, d).cols(0, d);
        DoubleMatrix right = factor.rows(0, d).cols(d, d + y.cols());
        DoubleMatrix beyond = factor.rows(d, d + y.cols()).cols(d, d + y.cols());
        Svd svd = ColumnSpace.of(left, x).svd();
        int rank = svd.rank(tolerance);
        double[] filter = new double[rank];
        for (int i = 0; i < rank; i++) {
            double value = svd.values()[i];
            filter[i] = value / (value * value + penalty);
        }
        DoubleMatrix weights =
                svd.vt()
                        .rows(0, rank)
                        .transpose()
                        .scaledColumns(filter)
                        .times(svd.u().cols(0, rank).transposeTimes(right));
        DoubleMatrix error = left.times(weights).minus(right);
        double condition = rank == 0 ? Double.NaN : svd.values()[0] / svd.values()[rank - 1];
        double residual = error.dot(error) + beyond.dot(beyond);
        return new LeastSquares(weights, true, () -> new Extent(rank, condition), () -> residual);
    }
}
