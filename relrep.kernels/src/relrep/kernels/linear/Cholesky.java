package relrep.kernels.linear;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrs;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

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

    private Cholesky(int size, double[] factor) {
        this.size = size;
        this.factor = factor;
    }

    /**
     * Returns the factor, or nothing when the matrix is not positive definite to working precision;
     * only the upper triangle is read.
     *
     * @throws InvalidInputException when the matrix is not square
     * @throws ArithmeticException when a value is not finite
     */
    public static Optional<Cholesky> of(DoubleMatrix a) {
        int n = a.requireSquare("a Cholesky factor").rows();
        if (n == 0) {
            return Optional.of(new Cholesky(0, new double[0]));
        }
        double[] factor = a.toArray();
        int info = LAPACKE_dpotrf(LAPACK_COL_MAJOR, LOWER, n, factor, n);
        if (info > 0) {
            return Optional.empty();
        }
        Lapack.requireDone("the Cholesky factor", a, info);
        return Optional.of(new Cholesky(n, factor));
    }

    /**
     * Returns the solution of {@code AX = B}.
     *
     * @param b {@code n × m}
     * @throws InvalidInputException when <i>b</i> has not <i>n</i> rows
     */
    public DoubleMatrix solve(DoubleMatrix b) {
        if (b.rows() != size) {
            throw new InvalidInputException(
                    "the right side must have %d rows, not %d".formatted(size, b.rows()));
        }
        double[] x = b.transpose().toArray();
        if (x.length > 0) {
            int info =
                    LAPACKE_dpotrs(LAPACK_COL_MAJOR, LOWER, size, b.cols(), factor, size, x, size);
            Lapack.requireDone("solving with a Cholesky factor", b, info);
        }
        return new DoubleMatrix(b.cols(), size, x).transpose();
    }
}
