package relrep.kernels.linear;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgetrf;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

/**
 * The determinant of a square matrix, by LU factors (LAPACK dgetrf), as a sign and a logarithm,
 * since the number itself exceeds the range of a double from a few hundred coordinates on.
 *
 * @param sign -1, 0 or 1
 * @param logarithm natural logarithm of the absolute value; negative infinity when the sign is 0
 */
public record Determinant(int sign, double logarithm) {
    static {
        OneThread.keep();
    }

    /**
     * Returns the determinant.
     *
     * @throws relrep.api.run.InvalidInputException when the matrix is not square
     */
    public static Determinant of(DoubleMatrix a) {
        int n = a.requireSquare("a determinant").rows();
        double[] factors = a.toArray();
        int[] pivots = new int[n];
        if (n > 0) {
            int info = LAPACKE_dgetrf(LAPACK_COL_MAJOR, n, n, factors, n, pivots);
            Lapack.requireDone("the determinant", a, Math.min(info, 0));
        }
        int sign = 1;
        double logarithm = 0;
        for (int i = 0; i < n; i++) {
            double pivot = factors[i * n + i];
            sign *= (int) Math.signum(pivot) * (pivots[i] == i + 1 ? 1 : -1);
            logarithm += Math.log(Math.abs(pivot));
        }
        return new Determinant(sign, logarithm);
    }

    /** Returns the number itself; infinite or 0 if it exceeds the range of a double. */
    public double value() {
        return sign * Math.exp(logarithm);
    }
}
