package relrep.kernels.linear;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums over many rows in parallel. The rows are cut into blocks by their number alone, and the sums
 * of blocks are added in order, so the result does not depend on the number of threads.
 */
final class BlockedSum {
    private static final int MOST = 4;
    private static final int LEAST = 2 * Blocks.SIZE;

    /** Whether there is only one processor; then a pool has no advantage. */
    private static final boolean ALONE = Runtime.getRuntime().availableProcessors() == 1;

    private BlockedSum() {}

    /** Computes the sum of one block. */
    interface Part {
        /** Returns the sums of rows {@code from … to-1} as new arrays, as long as the totals. */
        double[][] of(int from, int to);
    }

    /** Adds the sums of all blocks to the totals. */
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
