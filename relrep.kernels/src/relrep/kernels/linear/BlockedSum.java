package relrep.kernels.linear;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums over many rows, a stretch of rows at a time on all processors. Stretches are cut by the
 * number of rows alone and added in their order, so the number of threads does not show.
 */
final class BlockedSum {
    private static final int MOST = 4;
    private static final int LEAST = 2 * Blocks.SIZE;

    /** On one processor a pool only takes turns with the caller. */
    private static final boolean ALONE = Runtime.getRuntime().availableProcessors() == 1;

    private BlockedSum() {}

    /** What a stretch adds up to. */
    interface Part {
        /** Returns new arrays, as long as the totals, of rows {@code from … to-1}. */
        double[][] of(int from, int to);
    }

    /** Adds what all stretches of so many rows add up to, to the totals. */
    static void add(int rows, Part part, double[]... totals) {
        int count = Math.max(1, Math.min(MOST, rows / LEAST));
        int length = (rows + count - 1) / count;
        IntStream stretches = IntStream.range(0, count);
        List<double[][]> parts =
                (ALONE ? stretches : stretches.parallel())
                        .mapToObj(
                                s ->
                                        part.of(
                                                Math.min(rows, s * length),
                                                Math.min(rows, (s + 1) * length)))
                        .toList();
        for (double[][] one : parts) {
            for (int t = 0; t < totals.length; t++) {
                add(one[t], totals[t]);
            }
        }
    }

    private static void add(double[] values, double[] total) {
        for (int i = 0; i < total.length; i++) {
            total[i] += values[i];
        }
    }
}
