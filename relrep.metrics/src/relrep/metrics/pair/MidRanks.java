package relrep.metrics.pair;

import java.util.Arrays;

/**
 * Computes doubled ranks of values, so that the mean rank of equal values is a whole number. It is
 * hand-written for speed and memory: docs/decisions/libraries.md.
 */
final class MidRanks {
    private MidRanks() {}

    /**
     * Returns twice the rank of each value, 0 for the smallest; equal values have their mean rank.
     * Memory: 12 bytes per value.
     *
     * @param values 0 or more
     */
    static int[] of(float[] values) {
        long[] order = new long[values.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) Float.floatToRawIntBits(values[i] + 0f) << 32 | i;
        }
        Arrays.parallelSort(order);
        int[] ranks = new int[values.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && order[to] >>> 32 == order[from] >>> 32) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[(int) order[i]] = from + to - 1;
            }
        }
        return ranks;
    }

    /** Returns Pearson's correlation of ranks; NaN if all ranks of one side are equal. */
    static double correlation(int[] x, int[] y) {
        double mean = x.length - 1;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            double a = x[i] - mean;
            double b = y[i] - mean;
            xx += a * a;
            yy += b * b;
            xy += a * b;
        }
        return xx > 0 && yy > 0
                ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)))
                : Double.NaN;
    }
}
