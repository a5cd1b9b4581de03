package relrep.similarity.internal;

import relrep.api.data.Matrix;

import java.util.Arrays;

/** Rows in double, and what the definitions of similarities need, the plain way. */
final class Plain {
    private Plain() {}

    static double[][] rows(Matrix matrix) {
        double[][] rows = new double[matrix.rows()][matrix.cols()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = matrix.get(i, j);
            }
        }
        return rows;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        for (int t = 0; t < a.length; t++) {
            difference[t] -= b[t];
        }
        return difference;
    }

    static double cosine(double[] a, double[] b) {
        double norms = norm(a) * norm(b);
        return norms == 0 ? 0 : Math.max(-1, Math.min(1, dot(a, b) / norms));
    }

    /** Returns the angle in radians; a right angle for a zero vector (Kahan). */
    static double angle(double[] a, double[] b) {
        if (norm(a) == 0 || norm(b) == 0) {
            return Math.PI / 2;
        }
        double apart = 0;
        double together = 0;
        for (int t = 0; t < a.length; t++) {
            double x = a[t] / norm(a);
            double y = b[t] / norm(b);
            apart += (x - y) * (x - y);
            together += (x + y) * (x + y);
        }
        return 2 * Math.atan2(Math.sqrt(apart), Math.sqrt(together));
    }

    static double distance(double[] a, double[] b, double p) {
        double most = 0;
        for (double value : minus(a, b)) {
            most = Math.max(most, Math.abs(value));
        }
        if (most == 0 || Double.isInfinite(p)) {
            return most;
        }
        double sum = 0;
        for (double value : minus(a, b)) {
            sum += Math.pow(Math.abs(value) / most, p);
        }
        return most * Math.pow(sum, 1 / p);
    }

    /** Returns the mean row, exact for equal values. */
    static double[] mean(double[][] rows) {
        double[] mean = rows[0].clone();
        for (int j = 0; j < mean.length; j++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[j] - rows[0][j];
            }
            mean[j] += sum / rows.length;
        }
        return mean;
    }

    /**
     * Singular values and right vectors by one-sided Jacobi rotations (Hestenes, 1958), which keep
     * the digits of small values.
     *
     * @param values falling
     * @param axes {@code d × d}, a row each
     */
    @SuppressWarnings("ArrayRecordComponent") // a decomposition, never compared
    record Axes(double[] values, double[][] axes) {
        static Axes of(double[][] rows, int d) {
            double[][] columns = new double[d][rows.length];
            double[][] axes = new double[d][d];
            for (int j = 0; j < d; j++) {
                axes[j][j] = 1;
                for (int i = 0; i < rows.length; i++) {
                    columns[j][i] = rows[i][j];
                }
            }
            boolean turned = true;
            for (int sweep = 0; sweep < 60 && turned; sweep++) {
                turned = false;
                for (int p = 0; p < d; p++) {
                    for (int q = p + 1; q < d; q++) {
                        turned |= rotate(columns, axes, p, q);
                    }
                }
            }
            Integer[] order = new Integer[d];
            Arrays.setAll(order, j -> j);
            Arrays.sort(order, (a, b) -> Double.compare(norm(columns[b]), norm(columns[a])));
            double[] values = new double[d];
            double[][] sorted = new double[d][];
            for (int j = 0; j < d; j++) {
                values[j] = norm(columns[order[j]]);
                sorted[j] = axes[order[j]];
            }
            return new Axes(values, sorted);
        }

        private static boolean rotate(double[][] columns, double[][] axes, int p, int q) {
            double pq = dot(columns[p], columns[q]);
            if (Math.abs(pq) <= 1e-17 * norm(columns[p]) * norm(columns[q])) {
                return false;
            }
            double zeta = (dot(columns[q], columns[q]) - dot(columns[p], columns[p])) / (2 * pq);
            double t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
            double c = 1 / Math.hypot(1, t);
            turn(columns, p, q, c, c * t);
            turn(axes, p, q, c, c * t);
            return true;
        }

        private static void turn(double[][] rows, int p, int q, double c, double s) {
            for (int i = 0; i < rows[p].length; i++) {
                double a = rows[p][i];
                rows[p][i] = c * a - s * rows[q][i];
                rows[q][i] = s * a + c * rows[q][i];
            }
        }

        /** Returns how many values are above a part of the largest. */
        int rank(double relative) {
            return (int)
                    Arrays.stream(values)
                            .filter(value -> value > 0 && value > relative * values[0])
                            .count();
        }
    }
}
