package relrep.metrics.definition;

/** Computes cosines, distances and centred columns entry by entry by their definitions. */
final class Tables {
    /** As the decision on ties has it: the rounding of sums of so many products in double. */
    static double rounding(int width) {
        return (width + 32) * 0x1p-53;
    }

    private Tables() {}

    static int width(double[][] x) {
        return x.length == 0 ? 0 : x[0].length;
    }

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += x[t] * y[t];
        }
        return sum;
    }

    static double cosine(double[] x, double[] y) {
        double norms = Math.sqrt(dot(x, x)) * Math.sqrt(dot(y, y));
        return norms == 0 ? 0 : Math.max(-1, Math.min(1, dot(x, y) / norms));
    }

    static double square(double[] x, double[] y) {
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += (x[t] - y[t]) * (x[t] - y[t]);
        }
        return sum;
    }

    static double distance(double[] x, double[] y) {
        return Math.sqrt(square(x, y));
    }

    /** How near, larger is nearer. */
    interface Closeness {
        double of(double[] x, double[] y);

        /** Returns whether the first of two scores is larger, and not a tie. */
        default boolean above(double a, double b, int width) {
            return a - b > rounding(width) * (this == COSINE ? 1 : Math.abs(b));
        }
    }

    static final Closeness COSINE = Tables::cosine;

    static final Closeness EUCLIDEAN = (x, y) -> -square(x, y);

    static boolean onePoint(double[][] x) {
        for (double[] row : x) {
            if (!java.util.Arrays.equals(row, x[0])) {
                return false;
            }
        }
        return true;
    }

    static double[][] centred(double[][] x) {
        int n = x.length;
        int d = width(x);
        double[][] centred = new double[n][d];
        for (int j = 0; j < d; j++) {
            double mean = 0;
            for (double[] row : x) {
                mean += (row[j] - x[0][j]) / n;
            }
            for (int i = 0; i < n; i++) {
                centred[i][j] = x[i][j] - x[0][j] - mean;
            }
        }
        return centred;
    }

    static double[][] table(double[][] x, Closeness entry) {
        double[][] table = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                table[i][j] = entry.of(x[i], x[j]);
            }
        }
        return table;
    }

    /** Whether no column spreads by more than 2⁻¹⁴ of its size, as the decision on rank has it. */
    static boolean blurred(double[][] x) {
        double[][] centred = centred(x);
        for (int j = 0; j < width(x); j++) {
            double spread = 0;
            double size = 0;
            for (int i = 0; i < x.length; i++) {
                spread = Math.hypot(spread, centred[i][j]);
                size = Math.hypot(size, x[i][j]);
            }
            if (spread > 0x1p-14 * size) {
                return false;
            }
        }
        return true;
    }

    /** Takes the means of rows and columns off. */
    static double[][] doublyCentred(double[][] table) {
        int n = table.length;
        double[] means = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                means[i] += table[i][j] / n;
            }
            all += means[i] / n;
        }
        double[][] centred = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                centred[i][j] = table[i][j] - means[i] - means[j] + all;
            }
        }
        return centred;
    }

    static double product(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += dot(a[i], b[i]);
        }
        return sum;
    }

    static double alignment(double[][] a, double[][] b) {
        return product(a, b) / Math.sqrt(product(a, a)) / Math.sqrt(product(b, b));
    }

    /** Returns {@code XᵀY}. */
    static double[][] cross(double[][] x, double[][] y) {
        double[][] cross = new double[width(x)][width(y)];
        for (int i = 0; i < x.length; i++) {
            for (int a = 0; a < cross.length; a++) {
                for (int b = 0; b < cross[a].length; b++) {
                    cross[a][b] += x[i][a] * y[i][b];
                }
            }
        }
        return cross;
    }
}
