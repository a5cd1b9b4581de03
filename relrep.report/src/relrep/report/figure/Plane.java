package relrep.report.figure;

import relrep.api.data.Matrix;

import java.util.Arrays;

/**
 * The plane of the first two principal components of some latents.
 *
 * @param mean the origin
 * @param first the direction of the first axis, of length 1
 * @param second the direction of the second axis; all 0 where latents lie on a line
 */
@SuppressWarnings("ArrayRecordComponent") // three vectors in one, never compared
record Plane(double[] mean, double[] first, double[] second) {
    private static final int STEPS = 300;

    /**
     * Returns latents as points in the plane: latents of width 2 unchanged, others on their first
     * two principal components.
     *
     * @return {@code n} rows of two
     */
    static double[][] of(Matrix latents) {
        int d = latents.cols();
        if (d > 2) {
            return fit(latents).project(latents);
        }
        double[][] rows = new double[latents.rows()][2];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < d; j++) {
                rows[i][j] = latents.get(i, j);
            }
        }
        return rows;
    }

    /** Returns the plane of these latents. */
    static Plane fit(Matrix latents) {
        int d = latents.cols();
        double[][] rows = rows(latents);
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
        return new Plane(mean, first, leading(covariance, first));
    }

    /**
     * Returns the coordinates in this plane of latents of the same width.
     *
     * @return {@code n} rows of two
     */
    double[][] project(Matrix latents) {
        double[][] rows = rows(latents);
        double[][] plane = new double[rows.length][2];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                plane[i][0] += (rows[i][j] - mean[j]) * first[j];
                plane[i][1] += (rows[i][j] - mean[j]) * second[j];
            }
        }
        return plane;
    }

    private static double[][] rows(Matrix latents) {
        double[][] rows = new double[latents.rows()][latents.cols()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < latents.cols(); j++) {
                rows[i][j] = latents.get(i, j);
            }
        }
        return rows;
    }

    /**
     * Finds an eigenvector by power iteration, orthogonal to a given direction; its largest
     * coordinate is positive.
     */
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
