package relrep.kernels.linear;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums over many rows, a stretch of rows at a time on all processors. Stretches are cut by the
 * number of rows alone and added in their order, so the number of threads does not show.
 */
final class Stretches {
    private static final int MOST = 8;
    private static final int LEAST = 2 * Blocks.SIZE;

    private Stretches() {}

    /** What a stretch adds up to. */
    interface Part {
        /** Returns new arrays, as long as the totals, of rows {@code from … to-1}. */
        double[][] of(int from, int to);
    }

    /** Adds what all stretches of so many rows add up to, to the totals. */
    static void add(int rows, Part part, double[]... totals) {
        int size = Math.max(LEAST, (rows + MOST - 1) / MOST);
        int length = (size + Blocks.SIZE - 1) / Blocks.SIZE * Blocks.SIZE;
        int count = (rows + length - 1) / length;
        List<double[][]> parts =
                IntStream.range(0, count)
                        .parallel()
                        .mapToObj(s -> part.of(s * length, Math.min(rows, (s + 1) * length)))
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
