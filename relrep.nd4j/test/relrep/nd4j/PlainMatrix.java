package relrep.nd4j;

import java.util.Random;

/** A column-major matrix of doubles in plain Java, with the few products that the checks need. */
@SuppressWarnings("ArrayRecordComponent") // compared array by array
record PlainMatrix(int rows, int cols, double[] values) {
    static PlainMatrix gaussian(int rows, int cols, Random random) {
        double[] values = new double[rows * cols];
        double scale = 1 / Math.sqrt(rows);
        for (int i = 0; i < values.length; i++) {
            values[i] = scale * random.nextGaussian();
        }
        return new PlainMatrix(rows, cols, values);
    }

    /** Symmetric, its eigenvalues near 4 ± 2: well conditioned and positive definite. */
    static PlainMatrix positive(int n, Random random) {
        PlainMatrix matrix = gaussian(n, n, random);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < j; i++) {
                double mean = (matrix.get(i, j) + matrix.get(j, i)) / Math.sqrt(2);
                matrix.set(i, j, mean);
                matrix.set(j, i, mean);
            }
            matrix.set(j, j, 4 + matrix.get(j, j));
        }
        return matrix;
    }

    double get(int i, int j) {
        return values[i + j * rows];
    }

    void set(int i, int j, double value) {
        values[i + j * rows] = value;
    }

    PlainMatrix copy() {
        return new PlainMatrix(rows, cols, values.clone());
    }

    /** Keeps the lower triangle: what a Cholesky factor is, whatever is left above it. */
    PlainMatrix lower() {
        PlainMatrix lower = copy();
        for (int j = 0; j < cols; j++) {
            for (int i = 0; i < j; i++) {
                lower.set(i, j, 0);
            }
        }
        return lower;
    }

    double[] times(double[] x) {
        double[] y = new double[rows];
        for (int j = 0; j < cols; j++) {
            for (int i = 0; i < rows; i++) {
                y[i] += get(i, j) * x[j];
            }
        }
        return y;
    }

    double[] transposedTimes(double[] x) {
        double[] y = new double[cols];
        for (int j = 0; j < cols; j++) {
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += get(i, j) * x[i];
            }
            y[j] = sum;
        }
        return y;
    }
}
