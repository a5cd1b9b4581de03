package relrep.kernels.tile;

import relrep.api.data.Matrix;

/**
 * Euclidean distances, from {@code |x|² + |a|² − 2⟨x, a⟩} where that is accurate, and from the
 * differences in double where it is not.
 *
 * <p>Both sides are centred by the mean of the right one first. Where the result is not above
 * {@link #CANCELLED} of {@code |x|² + |a|²}, more than five of the 24 bits have cancelled, and the
 * pair is taken again from the untouched rows. So a point is at distance exactly 0 from itself, a
 * tiny distance has all its digits, and squares that left the range of float32 do no harm.
 */
record Euclid(Rows left, Rows right, Rows untouchedLeft, Rows untouchedRight) implements Measure {
    /** The share below which the fast formula is not trusted. */
    private static final float CANCELLED = 1f / 32;

    static Euclid of(Matrix left, Matrix right, Workers workers) {
        Standardisation centre = Standardisation.shift(Moments.of(right, workers).mean());
        return new Euclid(
                Rows.of(left, centre), Rows.of(right, centre), Rows.of(left), Rows.of(right));
    }

    @Override
    public float[] prepareLeft(float[] rows, int count) {
        return squares(rows, count);
    }

    @Override
    public float[] prepareRight(float[] rows, int count) {
        return squares(rows, count);
    }

    private float[] squares(float[] rows, int count) {
        float[] squares = new float[count];
        for (int i = 0; i < count; i++) {
            squares[i] = (float) Rows.square(rows, i, left.width());
        }
        return squares;
    }

    @Override
    public void finish(int row, float left, int from, float[] right, float[] values) {
        Again again = new Again(row, from);
        distances(left, right, values, again::distance);
    }

    /**
     * Turns products into distances, in place.
     *
     * @param left the square of the left row
     * @param right the squares of the right rows
     * @param values the products of the left row with the right rows
     * @param exact the distance to one of the right rows, for where the products do not tell it
     */
    static void distances(float left, float[] right, float[] values, Exactly exact) {
        for (int j = 0; j < right.length; j++) {
            values[j] = (float) Math.sqrt(left + right[j] - 2 * values[j]);
        }
        for (int j = 0; j < right.length; j++) {
            if (!(values[j] * values[j] > CANCELLED * (left + right[j]))) {
                values[j] = exact.distance(j);
            }
        }
    }

    /** Distances that were worked out in double. */
    interface Exactly {
        float distance(int right);
    }

    /** Takes pairs again from the untouched rows. */
    private final class Again {
        private final int row;
        private final int from;
        private float[] point;

        Again(int row, int from) {
            this.row = row;
            this.from = from;
        }

        float distance(int j) {
            point = point == null ? untouchedLeft.row(row) : point;
            return (float) Math.sqrt(Exact.squaredDistance(point, untouchedRight.row(from + j)));
        }
    }
}
