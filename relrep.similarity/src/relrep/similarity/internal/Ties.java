package relrep.similarity.internal;

import relrep.api.data.Matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds similarities of one point that are equal except for float32 rounding. Rounding may differ
 * even for whole numbers if their products are added in another order. Close similarities are
 * computed again in double; those that differ only by rounding are ties.
 */
final class Ties {
    /** The largest difference of two cosines in float32 that may be equal. */
    private static final double CLOSE = 2e-6;

    private static final double UNIT = 0x1p-53;

    private final Matrix points;
    private final double[][] anchors;
    private final double[] norms;
    private final boolean cosine;

    private Ties(Matrix points, Matrix anchors, boolean cosine) {
        this.points = points;
        this.anchors = new double[anchors.rows()][];
        this.norms = new double[anchors.rows()];
        this.cosine = cosine;
        for (int j = 0; j < norms.length; j++) {
            this.anchors[j] = wide(anchors.row(j));
            this.norms[j] = Math.sqrt(dot(this.anchors[j], this.anchors[j]));
        }
    }

    /** Returns the ties of cosines. */
    static Ties ofCosines(Matrix points, Matrix anchors) {
        return new Ties(points, anchors, true);
    }

    /** Returns the ties of inner products. */
    static Ties ofProducts(Matrix points, Matrix anchors) {
        return new Ties(points, anchors, false);
    }

    private static double[] wide(float[] row) {
        double[] wide = new double[row.length];
        for (int t = 0; t < wide.length; t++) {
            wide[t] = row[t];
        }
        return wide;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }

    /**
     * Returns groups of anchors that are equally similar to a point, two or more each, without
     * groups whose floats are already equal.
     *
     * @param values the similarities of the point, as floats
     */
    List<int[]> of(int point, float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] row = null;
        double size = 1;
        if (!cosine) {
            row = wide(points.row(point));
            size = Math.sqrt(dot(row, row)) * Arrays.stream(norms).max().orElse(0);
        }
        boolean close = false;
        for (int t = 1; t < sorted.length; t++) {
            close |= sorted[t] > sorted[t - 1] && sorted[t] - sorted[t - 1] <= CLOSE * size;
        }
        if (!close) {
            return List.of();
        }
        return equals(row == null ? wide(points.row(point)) : row, values, CLOSE * size);
    }

    private List<int[]> equals(double[] point, float[] values, double reach) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, j -> j);
        Arrays.sort(order, Comparator.comparingDouble(j -> values[j]));
        List<int[]> ties = new ArrayList<>();
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && values[order[to]] - values[order[to - 1]] <= reach) {
                to++;
            }
            if (values[order[to - 1]] > values[order[from]]) {
                addEquals(point, Arrays.copyOfRange(order, from, to), ties);
            }
        }
        return ties;
    }

    private void addEquals(double[] point, Integer[] some, List<int[]> ties) {
        double norm = Math.sqrt(dot(point, point));
        double[] exact = new double[norms.length];
        double size = 0;
        for (int j : some) {
            double norms = norm * this.norms[j];
            double product = dot(point, anchors[j]);
            exact[j] = !cosine ? product : norms == 0 ? 0 : product / norms;
            size = Math.max(size, cosine ? 1 : norms);
        }
        double doubt = (point.length + 32) * UNIT * size;
        Arrays.sort(some, Comparator.comparingDouble(j -> exact[j]));
        for (int from = 0, to; from < some.length; from = to) {
            to = from + 1;
            while (to < some.length && exact[some[to]] - exact[some[to - 1]] <= doubt) {
                to++;
            }
            if (to - from > 1) {
                ties.add(Arrays.stream(some, from, to).mapToInt(j -> j).sorted().toArray());
            }
        }
    }
}
