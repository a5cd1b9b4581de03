package relrep.kernels.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * Solves least squares by Cholesky of {@code XXᵀ + λI}, for fewer rows than columns: {@code W =
 * Xᵀ(XXᵀ + λI)⁻¹Y}, the solution of smallest norm.
 *
 * <p>If the rows add up to zero, {@code XXᵀ} has one zero eigenvalue, for the vector of ones.
 * Adding a multiple of {@code 11ᵀ} removes it. The weights do not change, since {@code Xᵀ1 = 0}.
 */
final class ByRows {
    /**
     * The squared sum of the rows counts as zero below this share of its largest possible value.
     */
    private static final double CENTRED = 1e-20;

    private ByRows() {}

    /** Returns the solution; empty if the condition number is too large for this method. */
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

    /** Returns the extent of the rows, without the direction that was added. */
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
