package relrep.kernels.linear;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgeqrf;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import java.util.Arrays;

/**
 * The triangular factor of the QR decomposition of rows, computed block by block (LAPACK dgeqrf).
 * It has the singular values of the rows themselves, not their squares, so it keeps the half of the
 * digits that a Gram matrix loses.
 */
final class Triangle {
    static {
        OneThread.keep();
    }

    private final int width;
    private final int height;
    private final double[] work;

    private Triangle(int width, int blockRows) {
        this.width = width;
        this.height = width + blockRows;
        this.work = new double[height * width];
    }

    /** Returns <i>R</i> of {@code X = QR}, {@code d × d}. */
    static DoubleMatrix of(MatrixRows x) {
        return of(x, MatrixRows.of(new DoubleMatrix(x.rows(), 0, new double[0])));
    }

    /** Returns <i>R</i> of {@code [X Y] = QR}, {@code (d+m) × (d+m)}. */
    static DoubleMatrix of(MatrixRows x, MatrixRows y) {
        Blocks.requirePaired(x, y);
        int width = x.cols() + y.cols();
        int size = Math.min(Math.max(Blocks.SIZE, 2 * width), x.rows());
        Triangle triangle = new Triangle(width, size);
        int[] from = {0};
        double[] right = new double[size * y.cols()];
        Blocks.of(x, size)
                .forEach(
                        (left, count) -> {
                            y.read(from[0], from[0] + count, right);
                            from[0] += count;
                            triangle.append(left, x.cols(), 0, count);
                            triangle.append(right, y.cols(), x.cols(), count);
                            triangle.reduce(count);
                        });
        return triangle.factor();
    }

    /** Writes rows below the triangle, transposed into column-major order. */
    private void append(double[] block, int cols, int at, int count) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < cols; j++) {
                work[(at + j) * height + width + i] = block[i * cols + j];
            }
        }
    }

    /** Reduces the rows below the triangle into it. */
    private void reduce(int count) {
        double[] reflectors = new double[width];
        int info = LAPACKE_dgeqrf(LAPACK_COL_MAJOR, width + count, width, work, height, reflectors);
        Lapack.requireDone("the QR decomposition", new DoubleMatrix(count, width, null), info);
        for (int j = 0; j < width; j++) {
            Arrays.fill(work, j * height + j + 1, (j + 1) * height, 0);
        }
    }

    private DoubleMatrix factor() {
        double[] values = new double[width * width];
        for (int i = 0; i < width; i++) {
            for (int j = i; j < width; j++) {
                values[i * width + j] = work[j * height + i];
            }
        }
        return new DoubleMatrix(width, width, values);
    }
}
