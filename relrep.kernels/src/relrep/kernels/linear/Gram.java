package relrep.kernels.linear;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;

import org.bytedeco.javacpp.DoublePointer;

/**
 * Sums of products over rows, in double precision and in blocks: memory is that of the result,
 * whatever the number of rows.
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
    public static DoubleMatrix of(Rows x) {
        int d = x.cols();
        double[] sum = new double[d * d];
        if (sum.length > 0 && x.rows() > 0) {
            try (DoublePointer block = new DoublePointer((long) Blocks.SIZE * d);
                    DoublePointer total = new DoublePointer(sum)) {
                Blocks.of(x)
                        .forEach(
                                (values, count) -> {
                                    block.put(values, 0, count * d);
                                    addSquare(block, d, count, total);
                                });
                total.get(sum);
            }
            mirror(sum, d);
        }
        return new DoubleMatrix(d, d, sum);
    }

    /**
     * Returns {@code XᵀY}, {@code d × m}.
     *
     * @throws relrep.api.run.InvalidInputException when there are not equally many rows
     */
    public static DoubleMatrix of(Rows x, Rows y) {
        return of(x, y, new double[0]);
    }

    /** Returns both sums, for which the rows of <i>X</i> are read once. */
    static Both both(Rows x, Rows y) {
        int d = x.cols();
        double[] square = new double[d * d];
        DoubleMatrix cross = of(x, y, square);
        mirror(square, d);
        return new Both(new DoubleMatrix(d, d, square), cross);
    }

    /**
     * Returns {@code XᵀY}.
     *
     * @param square gets the upper triangle of {@code XᵀX}, unless it is empty
     */
    private static DoubleMatrix of(Rows x, Rows y, double[] square) {
        Blocks.requirePaired(x, y);
        int d = x.cols();
        int m = y.cols();
        double[] sum = new double[d * m];
        if (d > 0 && x.rows() > 0) {
            try (DoublePointer left = new DoublePointer((long) Blocks.SIZE * d);
                    DoublePointer right = new DoublePointer((long) Blocks.SIZE * m);
                    DoublePointer squares = new DoublePointer(square);
                    DoublePointer total = new DoublePointer(sum)) {
                double[] other = new double[Math.min(Blocks.SIZE, y.rows()) * m];
                int[] from = {0};
                Blocks.of(x)
                        .forEach(
                                (values, count) -> {
                                    y.read(from[0], from[0] + count, other);
                                    from[0] += count;
                                    left.put(values, 0, count * d);
                                    right.put(other, 0, count * m);
                                    addProduct(left, d, right, m, count, total);
                                    if (square.length > 0) {
                                        addSquare(left, d, count, squares);
                                    }
                                });
                squares.get(square);
                total.get(sum);
            }
        }
        return new DoubleMatrix(d, m, sum);
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
    public static double squares(Rows x) {
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
