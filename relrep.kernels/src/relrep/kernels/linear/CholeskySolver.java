package relrep.kernels.linear;

import java.util.Optional;

/** Solves least squares by Cholesky of {@code XᵀX + λI}, for at least as many rows as columns. */
final class CholeskySolver {
    private CholeskySolver() {}

    /** Returns the solution; empty if the condition number is too large for this method. */
    static Optional<LeastSquares> solve(
            MatrixRows x, MatrixRows y, double penalty, double tolerance) {
        Gram.Both sums = Gram.both(x, y);
        return NormalEquations.of(sums.square(), penalty)
                .map(normal -> solution(x, y, sums.cross(), normal, penalty, tolerance));
    }

    /**
     * Returns the solution, with the residual from the normal equations: {@code ‖Y‖² - ‖XW - Y‖² =
     * tr(WᵀXᵀY) + λ‖W‖²}.
     */
    private static LeastSquares solution(
            MatrixRows x,
            MatrixRows y,
            DoubleMatrix cross,
            NormalEquations normal,
            double penalty,
            double tolerance) {
        DoubleMatrix weights = normal.factor().solve(cross);
        return new LeastSquares(
                weights,
                false,
                () -> normal.spectrum().get().extent(tolerance),
                () -> {
                    double explained = weights.dot(cross) + penalty * weights.dot(weights);
                    return Residual.squares(x, weights, y, explained);
                });
    }
}
