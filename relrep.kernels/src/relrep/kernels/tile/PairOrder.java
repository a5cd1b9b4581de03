package relrep.kernels.tile;

import relrep.api.run.Run;

/**
 * The values above the diagonal of a table in rising order, rounded to float32, without storing
 * them. One pass counts their leading bits. A second pass counts the remaining bits of the values
 * with the wanted leading bits. Memory: that of the table, and 1 MiB.
 */
public final class PairOrder {
    private static final int LOW_BITS = 15;
    private static final int HIGH = 1 << (31 - LOW_BITS);
    private static final int LOW = 1 << LOW_BITS;

    private final PairTable table;
    private final Run run;
    private final Workers workers;
    private final long[] counts;
    private final long zeros;
    private int bucket = -1;
    private long[] inBucket = new long[0];

    private PairOrder(PairTable table, Run run, Workers workers) {
        this.table = table;
        this.run = run;
        this.workers = workers;
        this.counts = count(HIGH + 1, bits -> bits == 0 ? HIGH : bits >>> LOW_BITS);
        this.zeros = counts[HIGH];
    }

    /** Counts the values, which must not be negative. */
    public static PairOrder of(PairTable table, Run run) {
        return new PairOrder(table, run, Workers.all());
    }

    static PairOrder of(PairTable table, Run run, Workers workers) {
        return new PairOrder(table, run, workers);
    }

    /** Returns the number of values, {@code n(n−1)/2}. */
    public long size() {
        return table.size() * (table.size() - 1L) / 2;
    }

    /** Returns the number of zeros. */
    public long zeros() {
        return zeros;
    }

    /**
     * Returns one of the values.
     *
     * @param rank 0 for the smallest, {@code size() − 1} for the largest
     */
    public double value(long rank) {
        if (rank < zeros) {
            return 0;
        }
        long before = zeros;
        int high = 0;
        while (before + counts[high] <= rank) {
            before += counts[high++];
        }
        if (high != bucket) {
            int wanted = high;
            inBucket =
                    count(
                            LOW,
                            bits ->
                                    bits != 0 && bits >>> LOW_BITS == wanted
                                            ? bits & (LOW - 1)
                                            : -1);
            bucket = high;
        }
        int low = 0;
        while (before + inBucket[low] <= rank) {
            before += inBucket[low++];
        }
        return Float.intBitsToFloat(high << LOW_BITS | low) / table.unit();
    }

    /** Returns the counter for a float with these bits; -1 for none. */
    private interface BlockPosition {
        int of(int bits);
    }

    private long[] count(int places, BlockPosition place) {
        long[] all = new long[places];
        workers.each(
                table.strips(),
                run.part("order", 1. / 3),
                table.strips(),
                ticks -> {
                    PairTable.Reader reader = table.new Reader();
                    int[] part = new int[places];
                    return s -> {
                        int from = s * table.stripRows();
                        int to = Math.min(table.size(), from + table.stripRows());
                        double[] values = reader.read(from, to, from);
                        add(values, to - from, table, from, place, part);
                        synchronized (all) {
                            for (int p = 0; p < places; p++) {
                                all[p] += part[p];
                                part[p] = 0;
                            }
                        }
                        ticks.tick();
                    };
                });
        return all;
    }

    private static void add(
            double[] values,
            int rows,
            PairTable table,
            int first,
            BlockPosition place,
            int[] part) {
        int cols = table.size() - first;
        double unit = table.unit();
        for (int i = 0; i < rows; i++) {
            for (int j = i + 1; j < cols; j++) {
                int at = place.of(Float.floatToRawIntBits((float) (values[i * cols + j] * unit)));
                if (at >= 0) {
                    part[at]++;
                }
            }
        }
    }
}
