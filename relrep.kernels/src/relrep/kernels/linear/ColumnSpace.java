package relrep.kernels.linear;

/**
 * The numerical column space of rounded numbers: the rank, and the columns without directions that
 * are only rounding.
 *
 * <p>Each number has a rounding error in proportion to its size, so a column has one in proportion
 * to its size as stored, its mean included. Columns are divided by that size, so that the rounding
 * errors of all have one scale. Singular values of rounding alone are about {@code √n + √d} of it;
 * those up to {@value #ROUNDINGS} times as large count as zero. So the rank depends neither on the
 * units of the columns nor on the engine that computed them.
 *
 * @param basis {@code h × r}, orthonormal columns that span those directions
 * @param coordinates {@code r × d}, the columns of the factor along the basis
 */
public record ColumnSpace(DoubleMatrix basis, DoubleMatrix coordinates) {
    /**
     * The largest rounding error of a computed number, in units of rounding. Stored numbers are off
     * by 0.3 on average. Cosines in float32 are off by up to 1 for vectors 8 wide, and by up to 5
     * for vectors 384 wide. In spaces of cosines, the smallest true direction is larger than this
     * by a factor of 2,700 or more.
     */
    static final double ROUNDINGS = 8;

    /**
     * Returns the directions of rows.
     *
     * @param rows {@code n × d}, perhaps with a vector subtracted
     * @throws ArithmeticException when a value is not finite
     */
    public static ColumnSpace of(MatrixRows rows) {
        return of(Triangle.of(rows), rows);
    }

    /**
     * Returns the directions of doubles that were computed from floats and are no more exact. The
     * basis has as many rows as they have.
     *
     * @param rows {@code n × d}
     */
    public static ColumnSpace ofFloats(DoubleMatrix rows) {
        return of(rows, new RoundedRows(MatrixRows.of(rows), MatrixRows.FLOAT));
    }

    /**
     * Returns the directions of the columns of a factor.
     *
     * @param factor {@code h × d}, {@code FᵀF = XᵀX} of the rows <i>X</i>
     * @param rows <i>X</i>, for the size of their rounding
     */
    static ColumnSpace of(DoubleMatrix factor, MatrixRows rows) {
        double[] sizes = rows.sizes();
        double[] parts = new double[sizes.length];
        for (int j = 0; j < parts.length; j++) {
            parts[j] = sizes[j] > 0 ? 1 / sizes[j] : 0;
        }
        Svd svd = Svd.of(factor.scaledColumns(parts));
        double floor = floor(rows) * (Math.sqrt(rows.rows()) + Math.sqrt(rows.cols()));
        int rank = 0;
        while (rank < svd.values().length && svd.values()[rank] > floor) {
            rank++;
        }
        DoubleMatrix basis = svd.u().cols(0, rank);
        return new ColumnSpace(basis, basis.transposeTimes(factor));
    }

    /** Returns the relative rounding error of a number. */
    private static double floor(MatrixRows rows) {
        return ROUNDINGS * rows.rounding();
    }

    /**
     * Returns the numbers that scale the columns of a factor to norm 1; 0 for a column that is
     * constant except for rounding.
     *
     * @param factor {@code h × d}, {@code FᵀF = XᵀX} of the rows <i>X</i>
     * @param rows <i>X</i>
     */
    static double[] unitColumns(DoubleMatrix factor, MatrixRows rows) {
        double[] sizes = rows.sizes();
        double[] factors = new double[sizes.length];
        for (int j = 0; j < factors.length; j++) {
            double norm = factor.cols(j, j + 1).norm();
            double least = floor(rows) * Math.sqrt(rows.rows()) * sizes[j];
            factors[j] = norm > least ? 1 / norm : 0;
        }
        return factors;
    }

    /** Returns the number of directions. */
    public int rank() {
        return basis.cols();
    }

    /** Returns the column space with each column multiplied by a factor. */
    ColumnSpace scaledColumns(double[] factors) {
        return new ColumnSpace(basis, coordinates.scaledColumns(factors));
    }

    /**
     * Returns the singular value decomposition of the columns, as many values as the rank. The left
     * directions are those of the factor.
     */
    public Svd svd() {
        Svd inner = Svd.of(coordinates);
        return new Svd(basis.times(inner.u()), inner.values(), inner.vt());
    }
}
