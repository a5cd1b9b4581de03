package relrep.kernels.linear;

/**
 * The directions in which the columns of rounded numbers tell rows apart: the numerical rank, and
 * the columns cleared of what is nothing but rounding.
 *
 * <p>Each number is off by its own rounding, so a column is known up to a part of its size as it is
 * stored, its mean included. Columns are divided by that size; then the rounding errors of all have
 * one scale, singular values of rounding alone reach about {@code √n + √d} of it, and those up to
 * {@value #ROUNDINGS} times as much count as zero. So the rank depends neither on the units of the
 * columns nor on which engine rounded them.
 *
 * @param basis {@code h × r}, orthonormal columns that span those directions
 * @param coordinates {@code r × d}, the columns of the factor along the basis
 */
public record ColumnSpace(DoubleMatrix basis, DoubleMatrix coordinates) {
    /**
     * How many units of rounding a computed number may be off. Stored numbers are off by 0.3 on
     * average, cosines in float32 of vectors 8 wide by up to 1, of vectors 384 wide by up to 5. The
     * smallest direction that is there in spaces of cosines is above it by a factor of 2,700 or
     * more.
     */
    static final double ROUNDINGS = 8;

    /**
     * Returns the directions of rows.
     *
     * @param rows {@code n × d}, as they are or less a vector
     * @throws ArithmeticException when a value is not finite
     */
    public static ColumnSpace of(MatrixRows rows) {
        return of(Triangle.of(rows), rows);
    }

    /**
     * Returns the directions of doubles that were worked out from floats, and are no more exact;
     * the basis has a row for each of theirs.
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
     * @param rows <i>X</i>, which tell how they were rounded
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

    /** Returns how far a number may be off, as a part of its size. */
    private static double floor(MatrixRows rows) {
        return ROUNDINGS * rows.rounding();
    }

    /**
     * Returns factors that bring the columns of a factor to norm 1; 0 for a column that is constant
     * but for rounding.
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

    /** Returns the same with each column times a factor. */
    ColumnSpace scaledColumns(double[] factors) {
        return new ColumnSpace(basis, coordinates.scaledColumns(factors));
    }

    /**
     * Returns the singular values and directions of the columns: as many as the rank, the left ones
     * those of the factor.
     */
    public Svd svd() {
        Svd inner = Svd.of(coordinates);
        return new Svd(basis.times(inner.u()), inner.values(), inner.vt());
    }
}
