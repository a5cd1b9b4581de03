package relrep.report.figure;

import relrep.api.data.Matrix;

import java.util.Arrays;

/**
 * Points in the plane: latents of two coordinates as they are, others on their first two principal
 * components.
 */
final class Plane {
    private static final int STEPS = 300;

    private Plane() {}

    /** Returns {@code n} rows of two. */
    static double[][] of(Matrix latents) {
        int d = latents.cols();
        double[][] rows = new double[latents.rows()][];
        for (int i = 0; i < rows.length; i++) {
            float[] row = latents.row(i);
            rows[i] = new double[Math.max(2, d)];
            for (int j = 0; j < d; j++) {
                rows[i][j] = row[j];
            }
        }
        return d <= 2 ? rows : projected(rows, d);
    }

    private static double[][] projected(double[][] rows, int d) {
        double[] mean = new double[d];
        for (double[] row : rows) {
            for (int j = 0; j < d; j++) {
                mean[j] += row[j] / rows.length;
            }
        }
        double[][] covariance = new double[d][d];
        for (double[] row : rows) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    covariance[j][k] += (row[j] - mean[j]) * (row[k] - mean[k]);
                }
            }
        }
        double[] first = leading(covariance, new double[d]);
        double[] second = leading(covariance, first);
        double[][] plane = new double[rows.length][2];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < d; j++) {
                plane[i][0] += (rows[i][j] - mean[j]) * first[j];
                plane[i][1] += (rows[i][j] - mean[j]) * second[j];
            }
        }
        return plane;
    }

    /** Power iteration, kept at right angles to a direction; its largest coordinate is positive. */
    private static double[] leading(double[][] covariance, double[] except) {
        int d = covariance.length;
        double[] v = new double[d];
        for (int j = 0; j < d; j++) {
            v[j] = 1 + 0.37 * j % 1.3;
        }
        for (int step = 0; step < STEPS; step++) {
            double[] next = new double[d];
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    next[j] += covariance[j][k] * v[k];
                }
            }
            double along = dot(next, except);
            for (int j = 0; j < d; j++) {
                next[j] -= along * except[j];
            }
            double length = Math.sqrt(dot(next, next));
            if (length == 0) {
                return new double[d];
            }
            for (int j = 0; j < d; j++) {
                v[j] = next[j] / length;
            }
        }
        double largest = Arrays.stream(v).reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
        return largest < 0 ? Arrays.stream(v).map(value -> -value).toArray() : v;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
