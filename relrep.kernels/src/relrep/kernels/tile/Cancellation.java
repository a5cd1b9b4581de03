package relrep.kernels.tile;

import java.util.Arrays;

/**
 * Finishes distances, and takes those again that have cancelled. Whether there are any is asked for
 * a few rows at once: a loop over each row keeps the least margin, which the compiler takes by
 * vector instructions, as it would not take a search.
 */
final class Cancellation implements Finish {
    /** Squares below this are rounded where float32 ends, and are not trusted. */
    private static final float TINY = 1e-30f;

    private final Euclid distances;
    private float[] margin = new float[0];

    Cancellation(Euclid distances) {
        this.distances = distances;
    }

    @Override
    public void row(int row, float left, int from, float[] right, float[] values) {
        if (margin.length != right.length) {
            margin = new float[right.length];
            Arrays.fill(margin, Float.POSITIVE_INFINITY);
        }
        Euclid.distances(left, right, values);
        narrow(left, right, values, margin);
    }

    /**
     * Keeps, of each right row, by how much the most cancelled square is above what is trusted; not
     * a number where one is not.
     */
    static void narrow(float left, float[] right, float[] values, float[] margin) {
        for (int j = 0; j < margin.length; j++) {
            float above = values[j] * values[j] - bar(left, right[j]);
            margin[j] = Math.min(margin[j], above);
        }
    }

    /** Returns whether a distance is not to be trusted. */
    static boolean in(float distance, float left, float right) {
        return !(distance * distance > bar(left, right));
    }

    /** Returns what a square is to be above. */
    private static float bar(float left, float right) {
        return Euclid.CANCELLED * (left + right) + TINY;
    }

    @Override
    public void settle(Block block, int from, int to) {
        if (!distances.scale().none()) {
            restore(block.place(), from, to);
        }
        for (int j = 0; j < margin.length; j++) {
            if (!(margin[j] > 0)) {
                correct(block, from, to, j);
            }
            margin[j] = Float.POSITIVE_INFINITY;
        }
    }

    /** Takes the scale out again; what is too small for a float then is not trusted anyway. */
    private void restore(Place place, int from, int to) {
        float[] row = new float[margin.length];
        float factor = (float) distances.scale().inverse().factor();
        for (int i = from; i < to; i++) {
            place.get(i, row);
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
            place.put(i, row);
        }
    }

    private void correct(Block block, int from, int to, int column) {
        float right = block.side().prepared()[column];
        float[] anchor = distances.untouchedRight().row(block.side().from() + column);
        int exponent = distances.scale().exponent();
        for (int i = from; i < to; i++) {
            float scaled = Math.scalb(block.place().get(i, column), exponent);
            if (in(scaled, block.left()[i], right)) {
                float[] point = distances.untouchedLeft().row(block.first() + i);
                double square = Exact.squaredDistance(point, anchor);
                block.place().put(i, column, (float) Math.sqrt(square));
            }
        }
    }
}
