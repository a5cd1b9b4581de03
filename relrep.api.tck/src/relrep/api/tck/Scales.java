package relrep.api.tck;

import relrep.api.data.Matrix;

/**
 * Factors for checking claims, from 1e-30 to 1e30. Float32 stores numbers of these sizes with all
 * digits, but not their squares.
 *
 * <p>A factor like 1e-30 rounds the numbers. So the result is compared with that for the same
 * rounded numbers times a power of two near 1, which is exact. Then any change of the result is due
 * to the plugin.
 */
final class Scales {
    /** The factors. */
    static final float[] FACTORS = {1e-30f, 1e-20f, 1e20f, 1e30f};

    /** The largest allowed change of a value, relative to the larger of it and 1. */
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

    /**
     * Returns the same rounded numbers as {@link #times}, scaled back to near their size by a power
     * of two.
     */
    static Matrix near(Matrix matrix, float factor) {
        float[] values = times(matrix, factor).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.scalb(values[i], -Math.getExponent(factor));
        }
        return Matrix.of(matrix.rows(), matrix.cols(), values);
    }
}
