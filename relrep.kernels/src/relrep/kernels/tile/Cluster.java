package relrep.kernels.tile;

import relrep.api.data.Matrix;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The candidates of one class, prepared for the product: centred, with {@code -|y|²/2} as one more
 * coordinate. The query has 1 there, so the product is largest for the nearest candidate.
 *
 * @param rows the numbers of the candidates, rising
 * @param untouched the original candidates
 * @param mean the mean of the class
 * @param values {@code rows.length × (d+1)}
 * @param largest the largest {@code |y|²}
 */
@SuppressWarnings("ArrayRecordComponent") // working memory, never compared
record Cluster(int[] rows, FloatBuffer untouched, double[] mean, float[] values, double largest) {
    static Cluster of(Matrix candidates, int[] rows) {
        int d = candidates.cols();
        FloatBuffer memory = candidates.buffer();
        double[] mean = mean(memory, rows, d);
        float[] values = new float[Engine.padded(rows.length) * (d + 1)];
        double largest = 0;
        float[] row = new float[d];
        for (int i = 0; i < rows.length; i++) {
            memory.get(rows[i] * d, row);
            double square = centre(row, mean, values, i * (d + 1));
            values[i * (d + 1) + d] = (float) (-square / 2);
            largest = Math.max(largest, square);
        }
        return new Cluster(rows, memory, mean, values, largest);
    }

    private static double[] mean(FloatBuffer memory, int[] rows, int d) {
        double[] mean = new double[d];
        float[] row = new float[d];
        for (int number : rows) {
            memory.get(number * d, row);
            for (int j = 0; j < d; j++) {
                mean[j] += row[j];
            }
        }
        for (int j = 0; j < d && rows.length > 0; j++) {
            mean[j] /= rows.length;
        }
        return mean;
    }

    /** Writes a centred row, and returns its square. */
    static double centre(float[] row, double[] mean, float[] into, int at) {
        double square = 0;
        for (int j = 0; j < row.length; j++) {
            double value = row[j] - mean[j];
            into[at + j] = (float) value;
            square += value * value;
        }
        return square;
    }

    /** Returns the position of a candidate in the class; negative if it is not in the class. */
    int find(int candidate) {
        return candidate < 0 ? candidate : Arrays.binarySearch(rows, candidate);
    }

    int size() {
        return rows.length;
    }
}
