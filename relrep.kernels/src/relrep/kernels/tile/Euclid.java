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
record Euclid(Rows left, Rows right, Rows untouchedLeft, Rows untouchedRight, Loops loops)
        implements Measure {
    /** The share below which the fast formula is not trusted. */
    static final float CANCELLED = 1f / 32;

    static Euclid of(Matrix left, Matrix right, Workers workers, Loops loops) {
        Standardisation centre = Standardisation.shift(Moments.of(right, workers).mean());
        return new Euclid(
                Rows.of(left, centre),
                Rows.of(right, centre),
                Rows.of(left),
                Rows.of(right),
                loops);
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
            squares[i] = (float) loops.square(rows, i * left.width(), (i + 1) * left.width());
        }
        return squares;
    }

    @Override
    public Finish finish() {
        return new Cancellation(this);
    }

    /**
     * Turns products into distances, in place; not a number where rounding made a square negative.
     *
     * @param left the square of the left row
     * @param right the squares of the right rows
     * @param values the products of the left row with the right rows
     */
    static void distances(float left, float[] right, float[] values) {
        for (int j = 0; j < right.length; j++) {
            values[j] = (float) Math.sqrt(left + right[j] - 2 * values[j]);
        }
    }
}
