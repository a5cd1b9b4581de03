package relrep.api.tck;

import relrep.api.data.Matrix;

/**
 * Shifts for checking claims, up to a million times the spread of the points. At that distance
 * float32 can store only multiples of 1/16. So the points are first scaled to a spread of 1 and
 * rounded to these multiples. Then the shift is exact, and any change of the result is due to the
 * plugin.
 */
final class Offsets {
    /** The shifts of points with spread 1; every second coordinate is shifted the other way. */
    static final float[] SHIFTS = {1e3f, 1e6f};

    /** The largest allowed change of a value, relative to the larger of it and 1. */
    static final double KEPT = 1e-6;

    private static final int STEPS = 16;

    private Offsets() {}

    /** Returns points of mean 0 and spread 1 over all coordinates, in multiples of 1/16. */
    static Matrix stepped(Matrix points) {
        float[] values = points.toArray();
        int d = points.cols();
        double[] mean = new double[d];
        for (int i = 0; i < values.length; i++) {
            mean[i % d] += values[i] / (double) points.rows();
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += Math.pow(values[i] - mean[i % d], 2);
        }
        double spread = Math.sqrt(squares / values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round((values[i] - mean[i % d]) / spread * STEPS) / (float) STEPS;
        }
        return Matrix.of(points.rows(), d, values);
    }

    /** Returns stepped points, shifted. */
    static Matrix shifted(Matrix stepped, float shift) {
        float[] values = stepped.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += i % stepped.cols() % 2 == 0 ? shift : -shift;
        }
        return Matrix.of(stepped.rows(), stepped.cols(), values);
    }
}
