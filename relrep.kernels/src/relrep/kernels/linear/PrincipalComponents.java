package relrep.kernels.linear;

import relrep.api.run.InvalidInputException;

/**
 * The directions in which rows vary, by variance. They come from the singular values of the
 * triangular factor of the centred rows, not from their covariance, which keeps the half of the
 * digits that squares lose. A direction's sign is chosen so that its largest coordinate, the first
 * of nearly equal ones, is positive.
 *
 * @param mean {@code d} values, the mean row
 * @param deviations {@code d} standard deviations along the directions, largest first; divided by
 *     <i>n</i>
 * @param directions {@code d × d}, row {@code i} is the unit direction of {@code deviations[i]};
 *     together they are orthonormal, also where rows do not vary
 * @param rank the number of deviations that are more than the rounding of the rows
 */
@SuppressWarnings("ArrayRecordComponent") // a decomposition, never compared
public record PrincipalComponents(
        double[] mean, double[] deviations, DoubleMatrix directions, int rank) {
    /** The share of the largest coordinate from which on another one is nearly equal. */
    private static final double NEARLY = 1 - 1e-6;

    /**
     * Returns the directions of rows.
     *
     * @param rows {@code n × d}
     * @throws InvalidInputException when there is no row
     * @throws ArithmeticException when a value is not finite, or LAPACK does not converge
     */
    public static PrincipalComponents of(MatrixRows rows) {
        double[] mean = rows.mean();
        Svd svd = Svd.of(Triangle.of(rows.minus(mean)));
        int d = rows.cols();
        double[] deviations = svd.values().clone();
        for (int i = 0; i < d; i++) {
            deviations[i] /= Math.sqrt(rows.rows());
        }
        double[] directions = svd.vt().toArray();
        for (int i = 0; i < d; i++) {
            orient(directions, i * d, d);
        }
        return new PrincipalComponents(
                mean, deviations, new DoubleMatrix(d, d, directions), rank(rows, deviations));
    }

    private static void orient(double[] values, int from, int d) {
        double largest = 0;
        for (int j = 0; j < d; j++) {
            largest = Math.max(largest, Math.abs(values[from + j]));
        }
        int first = from;
        while (Math.abs(values[first]) < NEARLY * largest) {
            first++;
        }
        if (values[first] < 0) {
            for (int j = 0; j < d; j++) {
                values[from + j] = -values[from + j];
            }
        }
    }

    /** Counts deviations above that of the rounding of the largest column. */
    private static int rank(MatrixRows rows, double[] deviations) {
        double size = 0;
        for (double each : rows.sizes()) {
            size = Math.max(size, each);
        }
        double spread = 1 + Math.sqrt((double) rows.cols() / rows.rows());
        double floor = ColumnSpace.ROUNDINGS * rows.rounding() * size * spread;
        int rank = 0;
        while (rank < deviations.length && deviations[rank] > floor) {
            rank++;
        }
        return rank;
    }
}
