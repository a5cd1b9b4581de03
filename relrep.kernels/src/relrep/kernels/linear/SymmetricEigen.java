package relrep.kernels.linear;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dsyevd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, {@code A = Vᵀ diag(λ) V} with the vectors
 * in rows (LAPACK dsyevd). A vector's sign is chosen so that its largest coordinate is positive.
 *
 * @param values {@code n} eigenvalues, largest first
 * @param vectors {@code n × n}, row {@code i} is the unit eigenvector of {@code values[i]}
 */
@SuppressWarnings("ArrayRecordComponent") // a decomposition, never compared
public record SymmetricEigen(double[] values, DoubleMatrix vectors) {
    static {
        OneThread.keep();
    }

    /**
     * Returns the decomposition; only the upper triangle is read.
     *
     * @throws relrep.api.run.InvalidInputException when the matrix is not square
     * @throws ArithmeticException when a value is not finite, or LAPACK does not converge
     */
    public static SymmetricEigen of(DoubleMatrix a) {
        int n = a.requireSquare("an eigenvalue problem").rows();
        double[] vectors = a.toArray();
        double[] ascending = new double[n];
        solve('V', a, vectors, ascending);
        double[] values = new double[n];
        double[] rows = new double[n * n];
        for (int i = 0; i < n; i++) {
            values[i] = ascending[n - 1 - i];
            copyVector(vectors, n - 1 - i, rows, i, n);
        }
        return new SymmetricEigen(values, new DoubleMatrix(n, n, rows));
    }

    /** Returns only the eigenvalues, largest first, which takes a fraction of the time. */
    public static double[] values(DoubleMatrix a) {
        int n = a.requireSquare("an eigenvalue problem").rows();
        double[] ascending = new double[n];
        solve('N', a, a.toArray(), ascending);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = ascending[n - 1 - i];
        }
        return values;
    }

    /** The upper triangle in row-major order is the lower one in column-major order. */
    private static void solve(char job, DoubleMatrix a, double[] work, double[] ascending) {
        int n = ascending.length;
        if (n > 0) {
            int info =
                    LAPACKE_dsyevd(LAPACK_COL_MAJOR, (byte) job, (byte) 'L', n, work, n, ascending);
            Lapack.requireDone("the eigenvalue problem", a, info);
        }
    }

    private static void copyVector(double[] from, int source, double[] to, int target, int n) {
        int largest = 0;
        for (int j = 1; j < n; j++) {
            if (Math.abs(from[source * n + j]) > Math.abs(from[source * n + largest])) {
                largest = j;
            }
        }
        double sign = from[source * n + largest] < 0 ? -1 : 1;
        for (int j = 0; j < n; j++) {
            to[target * n + j] = sign * from[source * n + j];
        }
    }
}
