package relrep.kernels.linear;

/**
 * The orthogonal map times one positive factor that brings paired rows closest: {@code s = tr(RᵀM)
 * / ‖X‖²} for {@code M = XᵀY} and the <i>R</i> of {@link Procrustes}, where {@code tr(RᵀM)} is the
 * sum of the singular values of <i>M</i> if reflections are allowed (Umeyama, Least-squares
 * estimation of transformation parameters between two point patterns, 1991, equations 40 to 42). If
 * that quotient is not positive, the pairs determine no factor, and it is 1.
 *
 * @param weights {@code sR}, {@code d × d}, applied to rows
 * @param factor <i>s</i>, above 0
 * @param determined whether the pairs determine the factor
 * @param explained {@code ‖Y‖² - ‖sXR - Y‖²}
 */
public record ScaledProcrustes(
        DoubleMatrix weights, double factor, boolean determined, double explained) {
    /**
     * Adds the factor to a solution.
     *
     * @param found the solution for these rows
     * @param x {@code n × d}
     */
    public static ScaledProcrustes of(Procrustes found, MatrixRows x) {
        double size = Gram.squares(x);
        double factor = found.attained() / size;
        boolean determined = factor > 0 && Double.isFinite(factor);
        double used = determined ? factor : 1;
        double explained = 2 * used * found.attained() - used * used * size;
        return new ScaledProcrustes(found.rotation().scaled(used), used, determined, explained);
    }

    /** Returns {@code ‖sXR - Y‖²} for the rows behind the solution. */
    public double residualSquares(MatrixRows x, MatrixRows y) {
        return Residual.squares(x, weights, y, explained);
    }
}
