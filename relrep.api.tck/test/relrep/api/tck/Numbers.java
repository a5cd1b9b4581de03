package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

/** Simple arithmetic for the plugins of the tests. */
final class Numbers {
    private Numbers() {}

    /** A value for each row and column. */
    @FunctionalInterface
    interface Entry {
        double at(int i, int j);
    }

    static Matrix matrix(int rows, int cols, Entry entry) {
        float[] values = new float[rows * cols];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) entry.at(i / cols, i % cols);
        }
        return Matrix.of(rows, cols, values);
    }

    static Matrix changed(Matrix matrix, Entry factor) {
        return matrix(matrix.rows(), matrix.cols(), (i, j) -> matrix.get(i, j) * factor.at(i, j));
    }

    static double[] column(Matrix matrix, int j) {
        double[] column = new double[matrix.rows()];
        for (int i = 0; i < column.length; i++) {
            column[i] = matrix.get(i, j);
        }
        return column;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double spread(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    static void requireEqual(String what, int a, int b) {
        if (a != b) {
            throw new InvalidInputException(
                    "%s must be equal, not %d and %d".formatted(what, a, b));
        }
    }
}
