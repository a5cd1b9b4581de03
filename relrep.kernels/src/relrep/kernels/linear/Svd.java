package relrep.kernels.linear;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesdd;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesvd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import java.util.Arrays;

/**
 * The thin singular value decomposition {@code A = U diag(s) Vᵀ} of a matrix {@code n × m}, with
 * {@code p = min(n, m)}. It is computed by divide and conquer (LAPACK dgesdd), or by QR iteration
 * (dgesvd) if that fails.
 *
 * @param u {@code n × p}, orthonormal columns
 * @param values {@code p} singular values, largest first
 * @param vt {@code p × m}, orthonormal rows
 */
@SuppressWarnings("ArrayRecordComponent") // a decomposition, never compared
public record Svd(DoubleMatrix u, double[] values, DoubleMatrix vt) {
    static {
        OneThread.keep();
    }

    /**
     * Returns the decomposition.
     *
     * @throws ArithmeticException when a value is not finite, or LAPACK does not converge
     */
    public static Svd of(DoubleMatrix a) {
        int n = a.rows();
        int m = a.cols();
        int p = Math.min(n, m);
        double[] u = new double[n * p];
        double[] s = new double[p];
        double[] vt = new double[p * m];
        if (p > 0) {
            decompose(a, s, u, vt, p);
        }
        return new Svd(new DoubleMatrix(n, p, u), s, new DoubleMatrix(p, m, vt));
    }

    /**
     * Decomposes. Row-major A is column-major Aᵀ = V diag(s) Uᵀ, so U and V change places and
     * nothing is transposed.
     */
    private static void decompose(DoubleMatrix a, double[] s, double[] u, double[] vt, int p) {
        int n = a.rows();
        int m = a.cols();
        byte thin = 'S';
        int info = LAPACKE_dgesdd(LAPACK_COL_MAJOR, thin, m, n, a.toArray(), m, s, vt, m, u, p);
        if (info > 0) {
            double[] work = new double[p];
            info =
                    LAPACKE_dgesvd(
                            LAPACK_COL_MAJOR,
                            thin,
                            thin,
                            m,
                            n,
                            a.toArray(),
                            m,
                            s,
                            vt,
                            m,
                            u,
                            p,
                            work);
        }
        Lapack.requireDone("the singular value decomposition", a, info);
    }

    /** Returns the number of singular values above {@code relative} times the largest. */
    public int rank(double relative) {
        double floor = values.length == 0 ? 0 : relative * values[0];
        return (int) Arrays.stream(values).filter(value -> value > floor).count();
    }

    /** Returns the sum of the singular values, the nuclear norm. */
    public double sum() {
        return Arrays.stream(values).sum();
    }
}
