package relrep.kernels.tile;

import java.util.Arrays;

/**
 * Finishes distances, and recomputes those that suffer from cancellation (loss of digits in a
 * difference). It checks a few rows at once: a loop over each row keeps the smallest margin. The
 * compiler turns this loop into vector instructions, which it would not do with a search.
 */
final class Cancellation implements ProductTransform {
    /** Squares below this are near the end of float32's range and are too imprecise. */
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
     * Updates, for each right row, the smallest margin of its squares above the trusted size; NaN
     * if a square is NaN.
     */
    static void narrow(float left, float[] right, float[] values, float[] margin) {
        for (int j = 0; j < margin.length; j++) {
            float above = values[j] * values[j] - bar(left, right[j]);
            margin[j] = Math.min(margin[j], above);
        }
    }

    /** Returns whether a distance is too imprecise. */
    static boolean in(float distance, float left, float right) {
        return !(distance * distance > bar(left, right));
    }

    /** Returns the bound that a square must exceed. */
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

    /** Removes the scale again. Values that become too small for a float are recomputed anyway. */
    private void restore(BlockPosition place, int from, int to) {
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
                double square = ExactScores.squaredDistance(point, anchor);
                block.place().put(i, column, (float) Math.sqrt(square));
            }
        }
    }
}
