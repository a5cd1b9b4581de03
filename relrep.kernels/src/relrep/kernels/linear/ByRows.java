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
    static Optional<LeastSquares> solve(
            MatrixRows x, MatrixRows y, double penalty, double tolerance) {
        DoubleMatrix points = x.toMatrix();
        DoubleMatrix gram = points.timesTranspose(points);
        boolean centred = centred(points, gram.trace());
        if (centred) {
            int n = points.rows();
            double[] fill = new double[n * n];
            Arrays.fill(fill, gram.trace() / n / (n - 1));
            gram = gram.plus(new DoubleMatrix(n, n, fill));
        }
        return NormalEquations.of(gram, penalty)
                .map(
                        normal -> {
                            DoubleMatrix weights =
                                    points.transposeTimes(normal.factor().solve(y.toMatrix()));
                            return new LeastSquares(
                                    weights,
                                    false,
                                    () -> extent(normal, tolerance, centred),
                                    () -> Residual.squares(x, weights, y));
                        });
    }

    /** What was filled in is no direction of the rows. */
    private static Extent extent(NormalEquations normal, double tolerance, boolean centred) {
        Extent extent = normal.spectrum().get().extent(tolerance);
        return new Extent(extent.rank() - (centred ? 1 : 0), extent.condition());
    }

    private static boolean centred(DoubleMatrix points, double size) {
        int n = points.rows();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double sum = Arrays.stream(points.leftTimes(ones)).map(value -> value * value).sum();
        return n > 1 && sum <= CENTRED * n * size;
    }
}
