package relrep.kernels.linear;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The least squares solution: weights <i>W</i> that minimise {@code ‖XW - Y‖² + λ‖W‖²}, of several
 * the smallest.
 *
 * <p>The problem alone decides between three methods. With at least as many rows as columns it is
 * Cholesky of {@code XᵀX + λI}; with fewer rows it is Cholesky of {@code XXᵀ + λI}. If the
 * condition number of that matrix exceeds {@value #WELL_CONDITIONED}, it is the singular values of
 * the triangular factor of the rows, with the rank as {@link ColumnSpace} defines it.
 *
 * <p>The Cholesky factor gives an estimate of the condition number; eigenvalues are computed only
 * if the estimate is not clear. Rank, condition and residual of the fit are computed on first use
 * and then kept; until then, the fit keeps the rows in memory.
 */
public final class LeastSquares {
    /**
     * Up to this condition of the Gram matrix, rounding errors of a solution by Cholesky stay below
     * 1e-8 of it, far below the precision of float32 coordinates.
     */
    public static final double WELL_CONDITIONED = 1e8;

    /**
     * Singular values of float32 rows below this share of the largest are rounding and count as
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
     * Solves the problem. For an intercept, pass centred rows; the solver detects that the rows of
     * <i>X</i> add up to zero.
     *
     * @param x <i>n</i> × <i>d</i>
     * @param y <i>n</i> × <i>m</i>
     * @param penalty λ ≥ 0
     * @param tolerance singular values of <i>X</i> below this share of the largest count as zero
     * @throws relrep.api.run.InvalidInputException when the numbers of rows differ
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
     * Returns the largest over the smallest singular value of <i>X</i>, without those that count as
     * zero; NaN if all do.
     */
    public double condition() {
        return extent.get().condition();
    }

    /** Returns {@code ‖XW - Y‖²}. */
    public double residualSquares() {
        return residualSquares.get();
    }

    /** Returns whether the singular values had to be computed. */
    public boolean rankRevealing() {
        return rankRevealing;
    }
}
