package relrep.kernels.linear;

import relrep.api.run.InvalidInputException;

/** Goes over rows in blocks, in one reused array. */
final class Blocks {
    /** The rows of a block: enough for products at full speed, few enough for the cache. */
    static final int SIZE = 512;

    private final MatrixRows rows;
    private final int size;

    private Blocks(MatrixRows rows, int size) {
        this.rows = rows;
        this.size = size;
    }

    static Blocks of(MatrixRows rows) {
        return new Blocks(rows, SIZE);
    }

    static Blocks of(MatrixRows rows, int size) {
        return new Blocks(rows, size);
    }

    /** Receives a block of {@code count} rows. */
    interface Step {
        void take(double[] block, int count);
    }

    void forEach(Step step) {
        double[] block = new double[Math.min(size, rows.rows()) * rows.cols()];
        for (int from = 0; from < rows.rows(); from += size) {
            int to = Math.min(from + size, rows.rows());
            rows.read(from, to, block);
            step.take(block, to - from);
        }
    }

    static void addRows(double[] block, int count, double[] sum) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += block[i * sum.length + j];
            }
        }
    }

    static void requirePaired(MatrixRows x, MatrixRows y) {
        if (x.rows() != y.rows()) {
            throw new InvalidInputException(
                    "paired rows must be equally many, not %d and %d"
                            .formatted(x.rows(), y.rows()));
        }
    }
}
