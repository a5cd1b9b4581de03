package relrep.kernels.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * Least squares by Cholesky of {@code XXᵀ + λI}, for fewer rows than columns: {@code W = Xᵀ(XXᵀ +
 * λI)⁻¹Y}, which has the smallest norm.
 *
 * <p>Rows that add up to zero leave {@code XXᵀ} one zero eigenvalue, that of the vector of ones. A
 * multiple of {@code 11ᵀ} fills it; since {@code Xᵀ1 = 0}, the weights stay what they are.
 */
final class ByRows {
    /** The sum of the rows, squared, is zero below this part of what it could be. */
    private static final double CENTRED = 1e-20;

    private ByRows() {}

    /** Returns the solution, or nothing when the condition does not allow this way. */
    static Optional<LeastSquares> solve(Rows x, Rows y, double penalty, double tolerance) {
        DoubleMatrix points = x.toMatrix();
        DoubleMatrix gram = points.timesTranspose(points);
        boolean centred = centred(points, gram.trace());
        if (centred) {
            int n = points.rows();
            double[] fill = new double[n * n];
            Arrays.fill(fill, gram.trace() / n / (n - 1));
            gram = gram.plus(new DoubleMatrix(n, n, fill));
        }
        Spectrum spectrum = new Spectrum(SymmetricEigen.values(gram));
        if (!spectrum.wellConditioned(penalty)) {
            return Optional.empty();
        }
        int rank = spectrum.rank(tolerance);
        double condition = spectrum.condition(rank);
        return Cholesky.of(gram.plusDiagonal(penalty))
                .map(factor -> points.transposeTimes(factor.solve(y.toMatrix())))
                .map(
                        weights ->
                                new LeastSquares(
                                        weights,
                                        rank - (centred ? 1 : 0),
                                        condition,
                                        Residual.squares(x, weights, y),
                                        false));
    }

    private static boolean centred(DoubleMatrix points, double size) {
        int n = points.rows();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double sum = Arrays.stream(points.leftTimes(ones)).map(value -> value * value).sum();
        return n > 1 && sum <= CENTRED * n * size;
    }
}
