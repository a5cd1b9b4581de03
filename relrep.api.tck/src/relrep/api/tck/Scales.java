package relrep.api.tck;

import relrep.api.data.Matrix;

/**
 * The scales at which a claim is held, from 1e-30 to 1e30: there float32 stores numbers with all
 * their digits, but not their squares.
 *
 * <p>A factor such as 1e-30 rounds the numbers, so what is measured is compared with the same
 * numbers times a power of two near 1, which loses nothing: whatever moves is the plugin's.
 */
final class Scales {
    /** The factors. */
    static final float[] FACTORS = {1e-30f, 1e-20f, 1e20f, 1e30f};

    /** What a value may move by, of the larger of it and 1. */
    static final double KEPT = 1e-6;

    private Scales() {}

    /** Returns a matrix times a factor, rounded. */
    static Matrix times(Matrix matrix, float factor) {
        float[] values = matrix.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return Matrix.of(matrix.rows(), matrix.cols(), values);
    }

    /** Returns the same numbers as {@link #times}, but for a power of two: near where they were. */
    static Matrix near(Matrix matrix, float factor) {
        float[] values = times(matrix, factor).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.scalb(values[i], -Math.getExponent(factor));
        }
        return Matrix.of(matrix.rows(), matrix.cols(), values);
    }
}
