package relrep.kernels.linear;

import java.util.Arrays;

/**
 * The solution of the orthogonal Procrustes problem: the orthogonal matrix <i>R</i> that maximises
 * {@code tr(RᵀM)} for {@code M = XᵀY}, which makes {@code XR} closest to <i>Y</i>: {@code R = UVᵀ}
 * with {@code M = U diag(s) Vᵀ} (Schönemann, A generalized solution of the orthogonal Procrustes
 * problem, 1966); among the proper rotations, {@code R = U diag(1, …, 1, ±1) Vᵀ} (Kabsch, 1976;
 * Umeyama, 1991).
 *
 * <p>When <i>M</i> has rank <i>r</i> &lt; <i>d</i>, the pairs do not determine the map of the
 * remaining <i>d - r</i> directions: every orthogonal map between the two complements is equally
 * good. The solution here is the one for which <i>R</i> is nearest to the identity; of two equally
 * near ones, the proper rotation. If part of one complement is perpendicular to all of the other, a
 * larger choice remains, which is left to LAPACK.
 *
 * @param rotation <i>R</i>, {@code d × d}, applied to rows: {@code z' = zR}
 * @param values the singular values of <i>M</i>, largest first
 * @param rank the number of them that count as nonzero
 * @param attained {@code tr(RᵀM)}
 */
@SuppressWarnings("ArrayRecordComponent") // a decomposition, never compared
public record Procrustes(DoubleMatrix rotation, double[] values, int rank, double attained) {
    /**
     * Singular values of <i>M</i> below this share of the largest count as zero. It is just below
     * the value of a direction whose spread is a millionth of the largest in both spaces, which is
     * about the precision of float32 coordinates.
     */
    public static final double RANK_TOLERANCE = 1e-12;

    /**
     * A cosine below this counts as a right angle, so that both signs are equally near to the
     * identity.
     */
    static final double TIE = 1e-9;

    /**
     * Solves the problem of paired rows. If there are far fewer rows than coordinates, no {@code d
     * × d} matrix is decomposed.
     *
     * @param x {@code n × d}
     * @param y {@code n × d}
     * @param reflections whether determinant -1 is allowed
     * @throws relrep.api.run.InvalidInputException when the shapes differ
     * @throws ArithmeticException when a value is not finite
     */
    public static Procrustes of(MatrixRows x, MatrixRows y, boolean reflections) {
        Blocks.requirePaired(x, y);
        if (x.cols() == y.cols() && ThinProcrustes.suits(x.rows(), x.cols())) {
            return ThinProcrustes.solve(x.toMatrix(), y.toMatrix(), reflections)
                    .orElseGet(() -> of(Gram.of(x, y), reflections));
        }
        return of(Gram.of(x, y), reflections);
    }

    /**
     * Solves the problem.
     *
     * @param cross <i>M</i>, {@code d × d}
     * @param reflections whether determinant -1 is allowed
     * @throws relrep.api.run.InvalidInputException when <i>M</i> is not square
     * @throws ArithmeticException when a value is not finite
     */
    public static Procrustes of(DoubleMatrix cross, boolean reflections) {
        int d = cross.requireSquare("a Procrustes problem").rows();
        Svd svd = Svd.of(cross);
        int rank = svd.rank(RANK_TOLERANCE);
        DoubleMatrix u = svd.u();
        DoubleMatrix v = svd.vt().transpose();
        boolean free = !reflections;
        if (rank < d) {
            Svd inner = Svd.of(u.cols(rank, d).transposeTimes(v.cols(rank, d)));
            u = u.cols(0, rank).beside(u.cols(rank, d).times(inner.u()));
            v = v.cols(0, rank).beside(v.cols(rank, d).timesTranspose(inner.vt()));
            free |= inner.values()[d - rank - 1] < TIE;
        }
        DoubleMatrix rotation = u.timesTranspose(v);
        if (free && Determinant.of(rotation).sign() < 0) {
            double[] signs = new double[d];
            Arrays.fill(signs, 1);
            signs[d - 1] = -1;
            rotation = u.scaledColumns(signs).timesTranspose(v);
        }
        return new Procrustes(rotation, svd.values(), rank, rotation.dot(cross));
    }

    /** Returns the largest singular value over the smallest that counts; NaN if none counts. */
    public double condition() {
        return rank == 0 ? Double.NaN : values[0] / values[rank - 1];
    }

    /** Returns {@code ‖XR - Y‖²} for the rows behind <i>M</i>. */
    public double residualSquares(MatrixRows x, MatrixRows y) {
        return Residual.squares(x, rotation, y, 2 * attained - Gram.squares(x));
    }
}
