package relrep.kernels.linear;

import java.util.Arrays;

/**
 * The squared singular values of rows.
 *
 * @param squares eigenvalues of a Gram matrix, largest first; tiny ones may be negative
 */
@SuppressWarnings("ArrayRecordComponent") // a decomposition, never compared
record Spectrum(double[] squares) {
    /** Returns whether the Gram matrix with the penalty on its diagonal is well conditioned. */
    boolean wellConditioned(double penalty) {
        int n = squares.length;
        return n > 0
                && squares[0] + penalty
                        <= LeastSquares.WELL_CONDITIONED * (squares[n - 1] + penalty)
                && squares[0] + penalty > 0;
    }

    /** Returns the number of singular values that count as nonzero, and their condition number. */
    Extent extent(double tolerance) {
        double rounding = squares.length * 0x1p-52;
        double floor = squares[0] * Math.max(tolerance * tolerance, rounding);
        int rank = (int) Arrays.stream(squares).filter(square -> square > floor).count();
        double condition = rank == 0 ? Double.NaN : Math.sqrt(squares[0] / squares[rank - 1]);
        return new Extent(rank, condition);
    }
}
