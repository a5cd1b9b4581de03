package relrep.kernels.linear;

import java.util.Optional;

/** Least squares by Cholesky of {@code XᵀX + λI}, for no fewer rows than columns. */
final class ByColumns {
    private ByColumns() {}

    /** Returns the solution, or nothing when the condition does not allow this way. */
    static Optional<LeastSquares> solve(Rows x, Rows y, double penalty, double tolerance) {
        DoubleMatrix gram = Gram.of(x);
        Spectrum spectrum = new Spectrum(SymmetricEigen.values(gram));
        if (!spectrum.wellConditioned(penalty)) {
            return Optional.empty();
        }
        return Cholesky.of(gram.plusDiagonal(penalty))
                .map(factor -> solution(x, y, factor, penalty, spectrum, tolerance));
    }

    /** By the normal equations, {@code ‖Y‖² - ‖XW - Y‖² = tr(WᵀXᵀY) + λ‖W‖²}. */
    private static LeastSquares solution(
            Rows x, Rows y, Cholesky factor, double penalty, Spectrum spectrum, double tolerance) {
        DoubleMatrix cross = Gram.of(x, y);
        DoubleMatrix weights = factor.solve(cross);
        double explained = weights.dot(cross) + penalty * weights.dot(weights);
        double residual = Residual.squares(x, weights, y, explained);
        int rank = spectrum.rank(tolerance);
        return new LeastSquares(weights, rank, spectrum.condition(rank), residual, false);
    }
}
