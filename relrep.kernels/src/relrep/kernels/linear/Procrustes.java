package relrep.kernels.linear;

import java.util.Arrays;

/**
 * The orthogonal matrix <i>R</i> that maximises {@code tr(RᵀM)} for {@code M = XᵀY}, which is the
 * one that brings {@code XR} closest to <i>Y</i>: {@code R = UVᵀ} with {@code M = U diag(s) Vᵀ}
 * (Schönemann, A generalized solution of the orthogonal Procrustes problem, 1966); among the proper
 * rotations, {@code R = U diag(1, …, 1, ±1) Vᵀ} (Kabsch, 1976; Umeyama, 1991).
 *
 * <p>When <i>M</i> has rank <i>r</i> &lt; <i>d</i>, the pairs say nothing about the map of the
 * remaining <i>d - r</i> directions, and every orthogonal map between the two complements is as
 * good as another. Here it is the one for which <i>R</i> is nearest to the identity; where even
 * that leaves a choice of two, the proper rotation. The larger choice that remains when part of one
 * complement is perpendicular to all of the other is left to LAPACK.
 *
 * @param rotation <i>R</i>, {@code d × d}, applied to rows: {@code z' = zR}
 * @param values the singular values of <i>M</i>, largest first
 * @param rank how many of them count as other than zero
 * @param attained {@code tr(RᵀM)}
 */
@SuppressWarnings("ArrayRecordComponent") // a decomposition, never compared
public record Procrustes(DoubleMatrix rotation, double[] values, int rank, double attained) {
    /**
     * Singular values of <i>M</i> below this part of the largest are taken for zero. A direction
     * whose spread is a millionth of the largest in both spaces stands just above it, which is
     * about what float32 coordinates can tell from rounding.
     */
    public static final double RANK_TOLERANCE = 1e-12;

    /** A cosine below this is a right angle, so that both signs are as near to the identity. */
    static final double TIE = 1e-9;

    /**
     * Solves the problem of paired rows. Where they are fewer than the coordinates by far, no
     * {@code d × d} matrix is decomposed.
     *
     * @param x {@code n × d}
     * @param y {@code n × d}
     * @param reflections whether determinant -1 is allowed
     * @throws relrep.api.run.InvalidInputException when the rows are not equally many and wide
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

    /** Returns the largest singular value over the smallest that counts, NaN where none does. */
    public double condition() {
        return rank == 0 ? Double.NaN : values[0] / values[rank - 1];
    }

    /** Returns {@code ‖XR - Y‖²} of the rows that <i>M</i> is made of. */
    public double residualSquares(MatrixRows x, MatrixRows y) {
        return Residual.squares(x, rotation, y, 2 * attained - Gram.squares(x));
    }
}
