package relrep.kernels.tile;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

import relrep.api.data.Matrix;

/**
 * The sum of squares of all entries of {@code XᵀY}, for centred <i>X</i> and <i>Y</i> of many rows:
 * blocks of rows are multiplied in float32 and added up in double.
 */
final class CrossProducts {
    private static final int BLOCK = 2048;

    private final Rows x;
    private final Rows y;
    private final boolean same;

    private CrossProducts(Rows x, Rows y, boolean same) {
        this.x = x;
        this.y = y;
        this.same = same;
    }

    static CrossProducts of(Matrix x, double[] meanX, Matrix y, double[] meanY) {
        return new CrossProducts(
                Rows.of(x, Standardisation.shift(meanX)),
                Rows.of(y, Standardisation.shift(meanY)),
                false);
    }

    static CrossProducts of(Matrix x, double[] mean) {
        Rows rows = Rows.of(x, Standardisation.shift(mean));
        return new CrossProducts(rows, rows, true);
    }

    /** Returns how many times {@link #square} ticks. */
    static int ticks(int rows) {
        return (rows + BLOCK - 1) / BLOCK;
    }

    double square(Ticks ticks) {
        int d = x.width();
        int m = y.width();
        double[] sum = new double[d * m];
        float[] part = new float[sum.length];
        float[] block = new float[Math.min(BLOCK, x.count()) * Math.max(d, m)];
        try (FloatPointer left = new FloatPointer((long) block.length);
                FloatPointer right = new FloatPointer((long) block.length);
                FloatPointer product = new FloatPointer((long) part.length)) {
            for (int from = 0; from < x.count(); from += BLOCK) {
                int rows = Math.min(BLOCK, x.count() - from);
                x.read(from, rows, block);
                left.put(block, 0, rows * d);
                if (same) {
                    multiply(left, rows, d, product);
                } else {
                    y.read(from, rows, block);
                    right.put(block, 0, rows * m);
                    multiply(left, d, right, m, rows, product);
                }
                product.get(part);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += part[i];
                }
                ticks.tick();
            }
        }
        return same ? symmetric(sum, d) : squares(sum, 0, sum.length);
    }

    private static void multiply(
            FloatPointer x, int d, FloatPointer y, int m, int rows, FloatPointer product) {
        openblas.cblas_sgemm(
                openblas.CblasRowMajor,
                openblas.CblasTrans,
                openblas.CblasNoTrans,
                d,
                m,
                rows,
                1,
                x,
                d,
                y,
                m,
                0,
                product,
                m);
    }

    /** Fills the upper triangle alone. */
    private static void multiply(FloatPointer x, int rows, int d, FloatPointer product) {
        openblas.cblas_ssyrk(
                openblas.CblasRowMajor,
                openblas.CblasUpper,
                openblas.CblasTrans,
                d,
                rows,
                1,
                x,
                d,
                0,
                product,
                d);
    }

    private static double symmetric(double[] upper, int d) {
        double sum = 0;
        for (int i = 0; i < d; i++) {
            sum += upper[i * d + i] * upper[i * d + i];
            sum += 2 * squares(upper, i * d + i + 1, (i + 1) * d);
        }
        return sum;
    }

    private static double squares(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] * values[i];
        }
        return sum;
    }
}
