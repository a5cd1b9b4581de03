package relrep.kernels.linear;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgeqrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dormqr;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

/**
 * The QR decomposition of a transpose, {@code Xᵀ = QR}, for fewer rows than columns: <i>Q</i> is
 * kept as a product of reflections, which are applied without forming the matrix (LAPACK dgeqrf,
 * dormqr).
 */
final class Reflectors {
    static {
        OneThread.keep();
    }

    private final int rows;
    private final int cols;
    private final double[] factors;
    private final double[] scales;

    private Reflectors(DoubleMatrix x) {
        rows = x.rows();
        cols = x.cols();
        factors = x.toArray();
        scales = new double[rows];
        int info = LAPACKE_dgeqrf(LAPACK_COL_MAJOR, cols, rows, factors, cols, scales);
        Lapack.requireDone("the QR decomposition", x, info);
    }

    /**
     * Decomposes. Row-major <i>X</i> is column-major <i>Xᵀ</i>, so nothing is transposed.
     *
     * @param x {@code n × d}, {@code 0 < n ≤ d}
     * @throws ArithmeticException when a value is not finite
     */
    static Reflectors of(DoubleMatrix x) {
        return new Reflectors(x);
    }

    /** Returns {@code Rᵀ}, {@code n × n}, lower triangular. */
    DoubleMatrix triangle() {
        double[] lower = new double[rows * rows];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(factors, i * cols, lower, i * rows, i + 1);
        }
        return new DoubleMatrix(rows, rows, lower);
    }

    /**
     * Returns {@code AQᵀ}, {@code k × d}.
     *
     * @param a {@code k × n}
     */
    DoubleMatrix spread(DoubleMatrix a) {
        int count = a.rows();
        double[] wide = new double[count * cols];
        for (int i = 0; i < count; i++) {
            System.arraycopy(a.array(), i * rows, wide, i * cols, rows);
        }
        if (count > 0) {
            int info =
                    LAPACKE_dormqr(
                            LAPACK_COL_MAJOR,
                            (byte) 'L',
                            (byte) 'N',
                            cols,
                            count,
                            rows,
                            factors,
                            cols,
                            scales,
                            wide,
                            cols);
            Lapack.requireDone("a product of reflections", a, info);
        }
        return new DoubleMatrix(count, cols, wide);
    }
}
