package relrep.metrics.pair;

import java.util.Arrays;

/**
 * Computes Kendall's tau-b of two rankings in {@code m log m} steps. It sorts by one ranking, and
 * then counts the swaps of a merge sort by the other, which are the pairs in opposite order.
 *
 * <p>Source: Knight, A computer method for calculating Kendall's tau with ungrouped data, 1966.
 */
final class Concordance {
    private Concordance() {}

    /**
     * Returns tau-b, -1 to 1; NaN if all ranks of one are equal. Memory: 16 bytes per value.
     *
     * @param x ranks, 0 or more
     * @param y ranks, 0 or more
     */
    static double tau(int[] x, int[] y) {
        long[] both = new long[x.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = (long) x[i] << 32 | y[i];
        }
        Arrays.parallelSort(both);
        double all = pairs(x.length);
        double tiedX = tied(both, 32);
        double tied = tied(both, 0);
        int[] second = new int[both.length];
        for (int i = 0; i < second.length; i++) {
            second[i] = (int) both[i];
        }
        double opposite = swaps(second, new int[second.length], 0, second.length);
        double tiedY = tied(Arrays.stream(second).asLongStream().toArray(), 0);
        double difference = all - tiedX - tiedY + tied - 2 * opposite;
        double scale = Math.sqrt(all - tiedX) * Math.sqrt(all - tiedY);
        return scale > 0 ? difference / scale : Double.NaN;
    }

    private static double pairs(double count) {
        return count * (count - 1) / 2;
    }

    /** Returns the number of pairs of sorted numbers that are equal except for their last bits. */
    private static double tied(long[] sorted, int bits) {
        double tied = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && sorted[to] >>> bits == sorted[from] >>> bits) {
                to++;
            }
            tied += pairs(to - from);
        }
        return tied;
    }

    /** Sorts, and returns the number of pairs in the wrong order. */
    private static double swaps(int[] values, int[] room, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        double swaps = swaps(values, room, from, middle) + swaps(values, room, middle, to);
        System.arraycopy(values, from, room, from, to - from);
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            if (right == to || (left < middle && room[left] <= room[right])) {
                values[at] = room[left++];
            } else {
                values[at] = room[right++];
                swaps += middle - left;
            }
        }
        return swaps;
    }
}
