package relrep.kernels.tile;

import java.util.Arrays;

/**
 * The loops in plain Java. The loop over groups of rows keeps scratch memory, so each thread needs
 * its own object.
 */
final class PlainLoops implements Loops {
    /** The range in which float32 squares neither round to 0 nor overflow. */
    static final double SMALL = 1e-20;

    static final double LARGE = 1e30;

    /** The number of values added in float32 before the sum goes to double. */
    static final int LANE = 16;

    private static final int LANES = 4;

    /** The size of a group: one row and five times three. */
    private static final int GROUP = 16;

    /** Scratch memory of one thread. */
    private final float[][] copies = new float[4][0];

    @Override
    public double square(float[] values, int from, int to) {
        double sum = 0;
        int at = from;
        while (at + LANES <= to) {
            int end = Math.min(to, at + LANES * LANE);
            float s0 = 0;
            float s1 = 0;
            float s2 = 0;
            float s3 = 0;
            for (; at + LANES <= end; at += LANES) {
                s0 += values[at] * values[at];
                s1 += values[at + 1] * values[at + 1];
                s2 += values[at + 2] * values[at + 2];
                s3 += values[at + 3] * values[at + 3];
            }
            sum += (double) s0 + s1 + s2 + s3;
        }
        sum += exact(values, at, to);
        return SMALL < sum && sum < LARGE ? sum : exact(values, from, to);
    }

    /** Returns the sum of squares in double. */
    static double exact(float[] values, int from, int to) {
        double even = 0;
        double odd = 0;
        int at = from;
        for (; at + 1 < to; at += 2) {
            even += (double) values[at] * values[at];
            odd += (double) values[at + 1] * values[at + 1];
        }
        if (at < to) {
            even += (double) values[at] * values[at];
        }
        return even + odd;
    }

    @Override
    public int reaching(float[] values, float factor, float offset, float[] bar, int[] found) {
        return reaching(values, factor, offset, bar, found, 0, 0, bar.length);
    }

    /** Searches {@code from … to-1}, and appends to the {@code count} indices found before. */
    static int reaching(
            float[] values,
            float factor,
            float offset,
            float[] bar,
            int[] found,
            int count,
            int from,
            int to) {
        int next = count;
        for (int i = from; i < to; i++) {
            if (values[i] * factor + offset >= bar[i]) {
                found[next++] = i;
            }
        }
        return next;
    }

    @Override
    public int reached(float[] values, float factor, float[] offset, float bar, int[] found) {
        return reached(values, factor, offset, bar, found, 0, 0, offset.length);
    }

    /** Searches {@code from … to-1}, and appends to the {@code count} indices found before. */
    static int reached(
            float[] values,
            float factor,
            float[] offset,
            float bar,
            int[] found,
            int count,
            int from,
            int to) {
        int next = count;
        for (int i = from; i < to; i++) {
            if (values[i] * factor + offset[i] >= bar) {
                found[next++] = i;
            }
        }
        return next;
    }

    @Override
    public int undecided(float[] values, float factor, Band band, float[] above, int[] found) {
        int count = 0;
        for (int i = 0; i < above.length; i++) {
            float score = values[i] * factor;
            boolean surely = score + band.low() > band.highest()[i];
            boolean perhaps = score + band.high() >= band.lowest()[i];
            above[i] += surely ? 1 : 0;
            if (perhaps != surely) {
                found[count++] = i;
            }
        }
        return count;
    }

    /** Finds the undecided indices among {@code from … to-1} without counting the others. */
    static int open(
            float[] values, float factor, Band band, int[] found, int count, int from, int to) {
        int next = count;
        for (int i = from; i < to; i++) {
            float score = values[i] * factor;
            if (!(score + band.low() > band.highest()[i])
                    && score + band.high() >= band.lowest()[i]) {
                found[next++] = i;
            }
        }
        return next;
    }

    @Override
    public int group() {
        return GROUP;
    }

    /**
     * Checks the largest of several rows first. Copies that begin at 0 let the compiler use vector
     * instructions; only a fraction needs a check with a branch.
     */
    @Override
    public int reaching(float[] values, Some rows, float[] bar, int[] found) {
        if (rows.rows() < GROUP) {
            return reaching(values, rows, bar, found, 0, 0, rows.count());
        }
        if (copies[0].length < rows.count()) {
            Arrays.setAll(copies, i -> new float[rows.count()]);
        }
        int at = rows.at();
        int stride = rows.stride();
        System.arraycopy(values, at, copies[0], 0, rows.count());
        for (int r = 1; r < GROUP; r += 3) {
            System.arraycopy(values, at + r * stride, copies[1], 0, rows.count());
            System.arraycopy(values, at + (r + 1) * stride, copies[2], 0, rows.count());
            System.arraycopy(values, at + (r + 2) * stride, copies[3], 0, rows.count());
            raise(copies[0], copies[1], copies[2], copies[3], rows.count());
        }
        Some one = new Some(0, rows.count(), 1, rows.count());
        return reaching(copies[0], one, bar, found, 0, 0, rows.count());
    }

    /** Searches {@code from … to-1}, and appends to the {@code count} indices found before. */
    static int reaching(
            float[] values, Some rows, float[] bar, int[] found, int count, int from, int to) {
        int next = count;
        if (rows.rows() == 1) {
            int at = rows.at();
            for (int i = from; i < to; i++) {
                if (values[at + i] >= bar[i]) {
                    found[next++] = i;
                }
            }
            return next;
        }
        for (int i = from; i < to; i++) {
            boolean reached = false;
            for (int r = 0; r < rows.rows(); r++) {
                reached |= values[rows.at() + r * rows.stride() + i] >= bar[i];
            }
            if (reached) {
                found[next++] = i;
            }
        }
        return next;
    }

    private static void raise(float[] most, float[] a, float[] b, float[] c, int count) {
        for (int i = 0; i < count; i++) {
            most[i] = Math.max(Math.max(most[i], a[i]), Math.max(b[i], c[i]));
        }
    }
}
