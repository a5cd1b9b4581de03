package relrep.kernels.linear;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;

import org.bytedeco.javacpp.DoublePointer;

/**
 * Computes sums of products over rows in double precision, in blocks and on all processors. Memory
 * is at most nine times that of the result, for any number of rows.
 */
public final class Gram {
    static {
        OneThread.keep();
    }

    private Gram() {}

    /**
     * Both sums.
     *
     * @param square {@code XᵀX}, {@code d × d}, exactly symmetric
     * @param cross {@code XᵀY}, {@code d × m}
     */
    record Both(DoubleMatrix square, DoubleMatrix cross) {}

    /** Returns {@code XᵀX}, {@code d × d}, exactly symmetric. */
    public static DoubleMatrix of(MatrixRows x) {
        return sums(x, MatrixRows.of(new DoubleMatrix(x.rows(), 0, new double[0])), true).square();
    }

    /**
     * Returns {@code XᵀY}, {@code d × m}.
     *
     * @throws relrep.api.run.InvalidInputException when the numbers of rows differ
     */
    public static DoubleMatrix of(MatrixRows x, MatrixRows y) {
        return sums(x, y, false).cross();
    }

    /** Returns both sums; the rows of <i>X</i> are read once. */
    static Both both(MatrixRows x, MatrixRows y) {
        return sums(x, y, true);
    }

    private static Both sums(MatrixRows x, MatrixRows y, boolean squares) {
        Blocks.requirePaired(x, y);
        int d = squares ? x.cols() : 0;
        double[] square = new double[d * d];
        double[] cross = new double[x.cols() * y.cols()];
        if (x.cols() > 0) {
            BlockedSum.add(x.rows(), (from, to) -> stretch(x, y, squares, from, to), square, cross);
        }
        mirror(square, d);
        return new Both(
                new DoubleMatrix(d, d, square), new DoubleMatrix(x.cols(), y.cols(), cross));
    }

    /** Returns the upper triangle of {@code XᵀX} (empty unless wanted) and {@code XᵀY}. */
    private static double[][] stretch(
            MatrixRows x, MatrixRows y, boolean squares, int from, int to) {
        int d = x.cols();
        int m = y.cols();
        double[] square = new double[squares ? d * d : 0];
        double[] cross = new double[d * m];
        double[] block = new double[Math.min(Blocks.SIZE, to - from) * d];
        double[] other = new double[Math.min(Blocks.SIZE, to - from) * m];
        try (DoublePointer left = new DoublePointer((long) Blocks.SIZE * d);
                DoublePointer right = new DoublePointer((long) Blocks.SIZE * m);
                DoublePointer upper = new DoublePointer(square);
                DoublePointer total = new DoublePointer(cross)) {
            for (int at = from; at < to; at += Blocks.SIZE) {
                int end = Math.min(at + Blocks.SIZE, to);
                x.read(at, end, block);
                y.read(at, end, other);
                left.put(block, 0, (end - at) * d);
                right.put(other, 0, (end - at) * m);
                addProduct(left, d, right, m, end - at, total);
                if (squares) {
                    addSquare(left, d, end - at, upper);
                }
            }
            upper.get(square);
            total.get(cross);
        }
        return new double[][] {square, cross};
    }

    private static void addSquare(DoublePointer block, int d, int count, DoublePointer total) {
        cblas_dsyrk(CblasRowMajor, CblasUpper, CblasTrans, d, count, 1, block, d, 1, total, d);
    }

    private static void addProduct(
            DoublePointer left, int d, DoublePointer right, int m, int count, DoublePointer total) {
        if (m == 0) {
            return;
        }
        cblas_dgemm(
                CblasRowMajor,
                CblasTrans,
                CblasNoTrans,
                d,
                m,
                count,
                1,
                left,
                d,
                right,
                m,
                1,
                total,
                m);
    }

    /** Returns the sum of the squares of all values, {@code tr(XᵀX)}. */
    public static double squares(MatrixRows x) {
        double[] sum = new double[1];
        Blocks.of(x)
                .forEach(
                        (block, count) -> {
                            double part = 0;
                            for (int i = 0; i < count * x.cols(); i++) {
                                part += block[i] * block[i];
                            }
                            sum[0] += part;
                        });
        return sum[0];
    }

    private static void mirror(double[] square, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                square[i * n + j] = square[j * n + i];
            }
        }
    }
}
