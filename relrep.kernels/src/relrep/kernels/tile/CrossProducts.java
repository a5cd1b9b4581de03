package relrep.kernels.tile;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.kernels.linear.OneThread;

import java.nio.FloatBuffer;

/**
 * Computes the sums of squares of all entries of {@code XᵀY}, {@code XᵀX} and {@code YᵀY} for
 * centred spaces of many rows. Each row is read once. It is shifted by the mean of a few rows;
 * blocks are multiplied in float32 and added in double. The difference between the shift and the
 * true mean is corrected at the end.
 */
final class CrossProducts {
    /** The rows multiplied at once; those of both spaces fit into the cache. */
    private static final int BLOCK = 512;

    /** The blocks added in float32 before the sum goes to double. */
    private static final int GROUP = 4;

    private final Half x;
    private final Half y;
    private final Product[] products;

    private CrossProducts(Matrix x, Matrix y) {
        this.x = new Half(x);
        this.y = new Half(y);
        this.products =
                new Product[] {
                    new Product(this.x, this.y),
                    new Product(this.x, this.x),
                    new Product(this.y, this.y)
                };
    }

    /** Returns {@code ‖XᵀY‖²}, {@code ‖XᵀX‖²} and {@code ‖YᵀY‖²}. */
    static double[] squares(Matrix x, Matrix y, Run run, Workers workers) {
        CrossProducts all = new CrossProducts(x, y);
        int blocks = (x.rows() + BLOCK - 1) / BLOCK;
        for (int b = 0; b < blocks; b++) {
            int from = b * BLOCK;
            int rows = Math.min(BLOCK, x.rows() - from);
            workers.each(2, ticks -> side -> (side == 0 ? all.x : all.y).read(from, rows));
            boolean begins = b % GROUP == 0;
            boolean ends = b % GROUP == GROUP - 1 || b == blocks - 1;
            workers.each(3, ticks -> p -> all.products[p].add(rows, begins, ends));
            run.step(b + 1L, blocks);
        }
        double[] squares = new double[all.products.length];
        for (int p = 0; p < squares.length; p++) {
            squares[p] = all.products[p].square(x.rows());
        }
        return squares;
    }

    /** One of the two spaces: its current block, and the sums of its columns so far. */
    private static final class Half {
        /** The number of rows whose mean is the shift. */
        private static final int SAMPLE = 256;

        /** The number of rows added in float32. */
        private static final int FEW = 16;

        private final Rows rows;
        private final int width;
        private final float[] shift;
        private final float[] row;
        private final float[] part;
        private final FloatPointer memory;
        private final FloatBuffer block;
        private final double[] sums;

        Half(Matrix matrix) {
            this.rows = Rows.of(matrix);
            this.width = rows.width();
            this.shift = meanOfSome(rows);
            this.row = new float[width];
            this.part = new float[width];
            this.memory = new FloatPointer((long) Math.min(BLOCK, rows.count()) * width);
            this.block = memory.asBuffer();
            this.sums = new double[width];
        }

        private static float[] meanOfSome(Rows rows) {
            int count = Math.min(SAMPLE, rows.count());
            double[] sum = new double[rows.width()];
            for (int i = 0; i < count; i++) {
                float[] row = rows.row((int) ((long) i * rows.count() / count));
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += row[j];
                }
            }
            float[] mean = new float[sum.length];
            for (int j = 0; j < mean.length; j++) {
                mean[j] = (float) (sum[j] / Math.max(1, count));
            }
            return mean;
        }

        void read(int from, int count) {
            for (int i = 0; i < count; i++) {
                rows.read(from + i, 1, row);
                shift(row, shift, part);
                block.put(i * width, row);
                if (i % FEW == FEW - 1 || i == count - 1) {
                    carry(part);
                }
            }
        }

        /**
         * Shifts a row. Each loop has one effect, so that the compiler turns it into vector
         * instructions.
         */
        private static void shift(float[] row, float[] shift, float[] part) {
            for (int j = 0; j < row.length; j++) {
                row[j] -= shift[j];
            }
            for (int j = 0; j < row.length; j++) {
                part[j] += row[j];
            }
        }

        private void carry(float[] part) {
            for (int j = 0; j < part.length; j++) {
                sums[j] += part[j];
                part[j] = 0;
            }
        }
    }

    /** One of the three products. */
    private static final class Product {
        private final Half left;
        private final Half right;
        private final double[] sum;
        private final float[] part;
        private final FloatPointer memory;

        Product(Half left, Half right) {
            this.left = left;
            this.right = right;
            this.sum = new double[left.width * right.width];
            this.part = new float[sum.length];
            this.memory = new FloatPointer((long) sum.length);
        }

        /**
         * Adds a block.
         *
         * @param begins whether it is the first of a group
         * @param ends whether it is the last of a group, whose sum goes into double
         */
        void add(int rows, boolean begins, boolean ends) {
            if (left == right) {
                multiplySelf(rows, begins ? 0 : 1);
            } else {
                multiply(rows, begins ? 0 : 1);
            }
            if (ends) {
                memory.get(part);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += part[i];
                }
            }
        }

        private void multiply(int rows, float before) {
            OneThread.keep();
            openblas.cblas_sgemm(
                    openblas.CblasRowMajor,
                    openblas.CblasTrans,
                    openblas.CblasNoTrans,
                    left.width,
                    right.width,
                    rows,
                    1,
                    left.memory,
                    left.width,
                    right.memory,
                    right.width,
                    before,
                    memory,
                    right.width);
        }

        /** Fills the upper triangle alone. */
        private void multiplySelf(int rows, float before) {
            OneThread.keep();
            openblas.cblas_ssyrk(
                    openblas.CblasRowMajor,
                    openblas.CblasUpper,
                    openblas.CblasTrans,
                    left.width,
                    rows,
                    1,
                    left.memory,
                    left.width,
                    before,
                    memory,
                    left.width);
        }

        /** Returns the sum of squares, corrected for the shift. */
        double square(int n) {
            double all = 0;
            for (int i = 0; i < left.width; i++) {
                double factor = left.sums[i] / n;
                if (left == right) {
                    double diagonal = centred(i, i, factor);
                    all += diagonal * diagonal + 2 * squares(i, i + 1, factor);
                } else {
                    all += squares(i, 0, factor);
                }
            }
            return all;
        }

        private double squares(int i, int from, double factor) {
            double row = 0;
            for (int j = from; j < right.width; j++) {
                double value = centred(i, j, factor);
                row += value * value;
            }
            return row;
        }

        private double centred(int i, int j, double factor) {
            return sum[i * right.width + j] - factor * right.sums[j];
        }
    }
}
