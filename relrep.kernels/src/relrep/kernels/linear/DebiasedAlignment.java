package relrep.kernels.linear;

/**
 * The unbiased estimate of the linear Hilbert-Schmidt independence criterion of two spaces,
 * computed from cross products of columns without an {@code n × n} matrix. With {@code K = XXᵀ} and
 * {@code L = YYᵀ} without their diagonals it is {@code ⟨K, L⟩ + ΣK ΣL / ((n−1)(n−2)) − 2 ⟨K1, L1⟩ /
 * (n−2)} over {@code n(n−3)}; shifts do not change it, so the spaces are centred first; then {@code
 * K1} is the negated diagonal.
 *
 * <p>Source: Song et al., Feature selection via dependence maximization, JMLR 2012, equation 5.
 *
 * @param cross the estimate for the two spaces
 * @param first the estimate for the first space with itself
 * @param second the estimate for the second space with itself
 */
public record DebiasedAlignment(double cross, double first, double second) {
    /**
     * Returns the estimates.
     *
     * @param x {@code n × d}, 4 rows at least
     * @param y {@code n × m}
     * @throws relrep.api.run.InvalidInputException when the numbers of rows differ
     */
    public static DebiasedAlignment of(MatrixRows x, MatrixRows y) {
        MatrixRows a = x.minus(x.mean());
        MatrixRows b = y.minus(y.mean());
        double[] left = squares(a);
        double[] right = squares(b);
        return new DebiasedAlignment(
                estimate(Gram.of(a, b), left, right),
                estimate(Gram.of(a), left, left),
                estimate(Gram.of(b), right, right));
    }

    /**
     * Returns the estimates of two sets of samples together: their sum, since a common factor does
     * not matter.
     */
    public DebiasedAlignment plus(DebiasedAlignment other) {
        return new DebiasedAlignment(
                cross + other.cross, first + other.first, second + other.second);
    }

    /** Returns the alignment, -1 to 1; NaN if the estimate of a space with itself is 0. */
    public double value() {
        return first > 0 && second > 0
                ? Math.max(-1, Math.min(1, cross / Math.sqrt(first) / Math.sqrt(second)))
                : Double.NaN;
    }

    private static double estimate(DoubleMatrix products, double[] left, double[] right) {
        double n = left.length;
        double diagonals = 0;
        double traceLeft = 0;
        double traceRight = 0;
        for (int i = 0; i < left.length; i++) {
            diagonals += left[i] * right[i];
            traceLeft += left[i];
            traceRight += right[i];
        }
        double sum =
                products.dot(products)
                        - diagonals
                        + traceLeft / (n - 1) * (traceRight / (n - 2))
                        - 2 * diagonals / (n - 2);
        return sum / (n * (n - 3));
    }

    private static double[] squares(MatrixRows rows) {
        double[] squares = new double[rows.rows()];
        int[] at = {0};
        Blocks.of(rows)
                .forEach(
                        (block, count) -> {
                            for (int i = 0; i < count; i++) {
                                squares[at[0]++] = square(block, i * rows.cols(), rows.cols());
                            }
                        });
        return squares;
    }

    private static double square(double[] block, int from, int d) {
        double sum = 0;
        for (int t = from; t < from + d; t++) {
            sum += block[t] * block[t];
        }
        return sum;
    }
}
