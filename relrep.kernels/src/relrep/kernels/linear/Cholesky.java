package relrep.kernels.linear;

import static org.bytedeco.openblas.global.openblas.CblasLeft;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasNonUnit;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dpocon;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrf;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.cblas_dtrsm;

import org.bytedeco.javacpp.DoublePointer;

import relrep.api.run.InvalidInputException;

import java.util.Optional;

/** The Cholesky factor of a symmetric positive definite matrix (LAPACK dpotrf). */
public final class Cholesky {
    static {
        OneThread.keep();
    }

    private static final byte LOWER = 'L';

    private final int size;
    private final double[] factor;
    private final double norm;

    private Cholesky(int size, double[] factor, double norm) {
        this.size = size;
        this.factor = factor;
        this.norm = norm;
    }

    /**
     * Returns the factor; empty if the matrix is not positive definite to working precision. Only
     * the upper triangle is read.
     *
     * @throws InvalidInputException when the matrix is not square
     * @throws ArithmeticException when a value is not finite
     */
    public static Optional<Cholesky> of(DoubleMatrix a) {
        int n = a.requireSquare("a Cholesky factor").rows();
        if (n == 0) {
            return Optional.of(new Cholesky(0, new double[0], 0));
        }
        double[] factor = a.toArray();
        double norm = norm(factor, n);
        int info = LAPACKE_dpotrf(LAPACK_COL_MAJOR, LOWER, n, factor, n);
        if (info > 0) {
            return Optional.empty();
        }
        Lapack.requireDone("the Cholesky factor", a, info);
        return Optional.of(new Cholesky(n, factor, norm));
    }

    /**
     * Returns the solution of {@code AX = B}.
     *
     * @param b {@code n × m}
     * @throws InvalidInputException when <i>b</i> does not have <i>n</i> rows
     */
    public DoubleMatrix solve(DoubleMatrix b) {
        if (b.rows() != size) {
            throw new InvalidInputException(
                    "the right side must have %d rows, not %d".formatted(size, b.rows()));
        }
        double[] x = b.toArray();
        if (x.length > 0) {
            Lapack.requireDone("solving with a Cholesky factor", b, hasNaN(x) ? -1 : 0);
            try (DoublePointer upper = new DoublePointer(factor);
                    DoublePointer right = new DoublePointer(x)) {
                divide(CblasTrans, upper, right, b.cols());
                divide(CblasNoTrans, upper, right, b.cols());
                right.get(x);
            }
        }
        return new DoubleMatrix(size, b.cols(), x);
    }

    /**
     * Divides by a triangle. The lower triangle in column-major order is the upper one in row-major
     * order.
     */
    private void divide(int form, DoublePointer upper, DoublePointer right, int cols) {
        cblas_dtrsm(
                CblasRowMajor,
                CblasLeft,
                CblasUpper,
                form,
                CblasNonUnit,
                size,
                cols,
                1,
                upper,
                size,
                right,
                cols);
    }

    /**
     * Returns an estimate of {@code ‖A‖₁‖A⁻¹‖₁}, at most this number and seldom below a third of it
     * (LAPACK dpocon). The condition number by singular values is at most the true value of this
     * number. Infinite if <i>A</i> is singular to working precision.
     */
    double condition() {
        double[] reciprocal = new double[1];
        if (size > 0) {
            int info =
                    LAPACKE_dpocon(LAPACK_COL_MAJOR, LOWER, size, factor, size, norm, reciprocal);
            if (info != 0) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return 1 / reciprocal[0];
    }

    /** Returns the largest sum of absolute values in a row of the symmetric matrix. */
    private static double norm(double[] a, int n) {
        double[] sums = new double[n];
        for (int i = 0; i < n; i++) {
            sums[i] += Math.abs(a[i * n + i]);
            for (int j = i + 1; j < n; j++) {
                double size = Math.abs(a[i * n + j]);
                sums[i] += size;
                sums[j] += size;
            }
        }
        double largest = 0;
        for (double sum : sums) {
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    private static boolean hasNaN(double[] values) {
        for (double value : values) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }
}
