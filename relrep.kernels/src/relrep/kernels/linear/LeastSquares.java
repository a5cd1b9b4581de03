package relrep.kernels.linear;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The weights <i>W</i> that minimise {@code ‖XW - Y‖² + λ‖W‖²}, and among several the smallest.
 *
 * <p>Three ways, chosen by the problem alone: where the rows are no fewer than the columns,
 * Cholesky of {@code XᵀX + λI}; where they are fewer, Cholesky of {@code XXᵀ + λI}; and where the
 * condition of that matrix exceeds {@value #WELL_CONDITIONED}, singular values of the triangular
 * factor of the rows, which reveal the rank as {@link ColumnSpace} defines it.
 *
 * <p>That the condition is good is told by the Cholesky factor, eigenvalues are asked where that
 * leaves a doubt. What a fit tells about itself, rank, condition and residual, is computed when it
 * is first asked for and then kept; until then the fit holds on to the rows.
 */
public final class LeastSquares {
    /**
     * Up to this condition of the Gram matrix, rounding errors of a solution by Cholesky stay below
     * 1e-8 of it, far below what float32 coordinates tell.
     */
    public static final double WELL_CONDITIONED = 1e8;

    /**
     * Singular values of float32 rows below this part of the largest are rounding, and taken for
     * zero: 2⁻²³, the spacing of floats at 1.
     */
    public static final double FLOAT_TOLERANCE = 0x1p-23;

    /** The same for rows of doubles: 2⁻⁴⁴, which leaves 8 bits for the rounding of a long sum. */
    public static final double DOUBLE_TOLERANCE = 0x1p-44;

    private final DoubleMatrix weights;
    private final boolean rankRevealing;
    private final Once<Extent> extent;
    private final Once<Double> residualSquares;

    LeastSquares(
            DoubleMatrix weights,
            boolean rankRevealing,
            Supplier<Extent> extent,
            Supplier<Double> residualSquares) {
        this.weights = weights;
        this.rankRevealing = rankRevealing;
        this.extent = new Once<>(extent);
        this.residualSquares = new Once<>(residualSquares);
    }

    /**
     * Solves the problem. Who wants an intercept gives rows less their means; that the rows of
     * <i>X</i> then add up to zero is noticed.
     *
     * @param x <i>n</i> × <i>d</i>
     * @param y <i>n</i> × <i>m</i>
     * @param penalty λ ≥ 0
     * @param tolerance singular values of <i>X</i> below this part of the largest count as zero
     * @throws relrep.api.run.InvalidInputException when there are not equally many rows
     * @throws ArithmeticException when a value is not finite
     */
    public static LeastSquares of(MatrixRows x, MatrixRows y, double penalty, double tolerance) {
        Blocks.requirePaired(x, y);
        boolean tall = x.rows() >= x.cols();
        Optional<LeastSquares> quick =
                tall
                        ? CholeskySolver.solve(x, y, penalty, tolerance)
                        : ByRows.solve(x, y, penalty, tolerance);
        return quick.orElseGet(() -> RankDeficientSolver.solve(x, y, penalty, tolerance));
    }

    /** Returns <i>W</i>, {@code d × m}, applied to rows: {@code y = xW}. */
    public DoubleMatrix weights() {
        return weights;
    }

    /** Returns the rank of <i>X</i>. */
    public int rank() {
        return extent.get().rank();
    }

    /**
     * Returns the largest over the smallest singular value of <i>X</i>, those taken for zero left
     * out; NaN where there is no other.
     */
    public double condition() {
        return extent.get().condition();
    }

    /** Returns {@code ‖XW - Y‖²}. */
    public double residualSquares() {
        return residualSquares.get();
    }

    /** Returns whether the singular values had to be asked. */
    public boolean rankRevealing() {
        return rankRevealing;
    }
}
