package relrep.kernels.tile;

/** The loops in plain Java. */
final class PlainLoops implements Loops {
    @Override
    public double square(float[] values, int from, int to) {
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
        int count = 0;
        for (int i = 0; i < bar.length; i++) {
            if (values[i] * factor + offset >= bar[i]) {
                found[count++] = i;
            }
        }
        return count;
    }

    @Override
    public int doubtful(float[] values, float left, float[] right, float share, int[] found) {
        int count = 0;
        for (int i = 0; i < right.length; i++) {
            if (!(values[i] * values[i] > share * (left + right[i]))) {
                found[count++] = i;
            }
        }
        return count;
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
}
