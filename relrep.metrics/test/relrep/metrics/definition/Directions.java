package relrep.metrics.definition;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Canonical correlations by their definition: the cosines of the angles between the spans of the
 * centred columns.
 *
 * @param values largest first; none where the spaces are refused
 * @param weights of each, by the columns of the first space
 */
@SuppressWarnings("ArrayRecordComponent") // compared array by array
record Directions(double[] values, double[] weights) {
    /** Columns divided by their size have no smaller direction but one of rounding. */
    private static final double NONE = 2e-6;

    static Directions of(double[][] x, double[][] y) {
        double[][] u = basis(x);
        double[][] v = basis(y);
        int r = Tables.width(u);
        int s = Tables.width(v);
        boolean blurred = x.length < 3 || Tables.blurred(x) || Tables.blurred(y);
        if (blurred || r == 0 || s == 0 || x.length < r + 2 || x.length < s + 2) {
            return new Directions(new double[0], new double[0]);
        }
        JacobiSvd angles = JacobiSvd.of(Tables.cross(u, v), s);
        double[][] centred = Tables.centred(x);
        Integer[] order =
                IntStream.range(0, s)
                        .boxed()
                        .sorted((a, b) -> Double.compare(angles.values()[b], angles.values()[a]))
                        .limit(Math.min(r, s))
                        .toArray(Integer[]::new);
        double[] values = new double[order.length];
        double[] weights = new double[order.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(1, angles.values()[order[i]]);
            for (int j = 0; j < Tables.width(x); j++) {
                double sum = 0;
                for (int row = 0; row < x.length; row++) {
                    double canonical = 0;
                    for (int t = 0; t < r; t++) {
                        canonical += u[row][t] * angles.u()[t][order[i]];
                    }
                    sum += canonical * centred[row][j];
                }
                weights[i] += Math.abs(sum);
            }
        }
        return new Directions(values, weights);
    }

    private static double[][] basis(double[][] x) {
        int d = Tables.width(x);
        double[][] scaled = Tables.centred(x);
        for (int j = 0; j < d; j++) {
            double size = 0;
            for (double[] row : x) {
                size = Math.hypot(size, row[j]);
            }
            for (double[] row : scaled) {
                row[j] = size > 0 ? row[j] / size : 0;
            }
        }
        JacobiSvd svd = JacobiSvd.of(scaled, d);
        int[] kept = IntStream.range(0, d).filter(j -> svd.values()[j] > NONE).toArray();
        double[][] basis = new double[x.length][kept.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < kept.length; j++) {
                basis[i][j] = svd.u()[i][kept[j]];
            }
        }
        return basis;
    }

    /** The mean of the leading ones that make up a part of the sum. */
    double mean(double part) {
        double enough = part * Arrays.stream(values).sum();
        double sum = 0;
        int count = 0;
        while (count < values.length && (part == 1 || sum < enough)) {
            sum += values[count++];
        }
        return sum / count;
    }

    double meanSquare() {
        return Tables.dot(values, values) / values.length;
    }

    /** Equal correlations have no canonical vectors of their own, and so no weights. */
    double weighted() {
        if (values.length > 1 && values[1] > 1 - 1e-9 && values[values.length - 1] < 1 - 1e-9) {
            return Double.POSITIVE_INFINITY;
        }
        return Tables.dot(values, weights) / Arrays.stream(weights).sum();
    }
}
