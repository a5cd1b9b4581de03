package relrep.kernels.tile;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

/** The values above the diagonal of a table, stored as float32; for few points. */
public final class PairValues {
    /** The greatest number of points, whose values take 2 GiB. */
    private static final int MOST = 32_768;

    private PairValues() {}

    /**
     * Returns {@code n(n−1)/2} values, row after row, times {@link PairTable#unit}.
     *
     * @throws InvalidInputException for more than 32,768 points
     */
    public static float[] of(PairTable table, Run run) {
        int n = table.size();
        if (n > MOST) {
            throw new InvalidInputException(
                    "the values of all pairs are held for at most %d points, not %d"
                            .formatted(MOST, n));
        }
        float[] values = new float[(int) (n * (n - 1L) / 2)];
        Workers.all()
                .each(
                        table.strips(),
                        run,
                        table.strips(),
                        ticks -> {
                            PairTable.Reader reader = table.new Reader();
                            return s -> {
                                int from = s * table.stripRows();
                                int to = Math.min(n, from + table.stripRows());
                                double[] strip = reader.read(from, to, from);
                                for (int i = from; i < to; i++) {
                                    put(strip, i - from, table, from, values, place(n, i));
                                }
                                ticks.tick();
                            };
                        });
        return values;
    }

    /** Returns the start of the values of a row. */
    private static int place(long n, long i) {
        return (int) (i * n - i * (i + 1) / 2);
    }

    private static void put(
            double[] strip, int row, PairTable table, int first, float[] values, int at) {
        int cols = table.size() - first;
        double unit = table.unit();
        for (int j = row + 1; j < cols; j++) {
            values[at + j - row - 1] = (float) (strip[row * cols + j] * unit);
        }
    }
}
