package relrep.kernels.tile;

import relrep.api.data.Matrix;

import java.util.Arrays;

/**
 * Euclidean distances, from {@code |x|² + |a|² − 2⟨x, a⟩} where this is accurate, and from the
 * differences in double elsewhere.
 *
 * <p>Both sides are first centred by the mean of the right one. If the result is at most {@link
 * #CANCELLED} of {@code |x|² + |a|²}, more than five of the 24 bits have cancelled, and the pair is
 * recomputed from the original rows. So a point is at distance exactly 0 from itself, tiny
 * distances have all their digits, and squares outside the range of float32 do no harm. To keep
 * squares in this range, rows are scaled by a power of two if the right ones, or the first left
 * one, are much longer or shorter than 1.
 */
record Euclid(
        Rows left, Rows right, Rows untouchedLeft, Rows untouchedRight, Scale scale, Loops loops)
        implements ProductMeasure {
    /** The share at or below which the fast formula is too imprecise. */
    static final float CANCELLED = 1f / 32;

    static Euclid of(Matrix left, Matrix right, Workers workers, Loops loops) {
        Moments moments = Moments.of(right, workers);
        Scale scale = Scale.of(size(moments, left));
        Standardisation centre = Standardisation.shift(moments.mean(), scale);
        return new Euclid(
                Rows.of(left, centre),
                Rows.of(right, centre),
                Rows.of(left),
                Rows.of(right),
                scale,
                loops);
    }

    /**
     * Returns the spread of the right rows, or the distance of the first left row from their mean
     * if that is larger.
     */
    private static double size(Moments moments, Matrix left) {
        double spread = Math.sqrt(Arrays.stream(moments.variance()).sum());
        if (left.rows() == 0) {
            return spread;
        }
        double[] mean = moments.mean();
        double square = 0;
        for (int j = 0; j < mean.length; j++) {
            square += Math.pow(left.get(0, j) - mean[j], 2);
        }
        return Math.max(spread, Math.sqrt(square));
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
    public ProductTransform finish() {
        return new Cancellation(this);
    }

    /**
     * Turns products into distances, in place; NaN if rounding made a square negative.
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
