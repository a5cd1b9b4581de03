package relrep.api.tck;

import relrep.api.data.Matrix;

/** Measures the difference of two matrices of one shape. */
final class Difference {
    private Difference() {}

    /**
     * Returns the largest absolute difference; infinity when only one of two values is a number.
     */
    static double largest(Matrix a, Matrix b) {
        float[] x = a.toArray();
        float[] y = b.toArray();
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            double difference = Math.abs((double) x[i] - y[i]);
            boolean both = Float.isNaN(x[i]) == Float.isNaN(y[i]);
            largest = Math.max(largest, !both ? Double.POSITIVE_INFINITY : nanToZero(difference));
        }
        return largest;
    }

    /** Returns the largest absolute difference relative to the largest value of the first. */
    static double relative(Matrix expected, Matrix actual) {
        double largest = largest(expected, actual);
        return largest == 0 ? 0 : largest / Math.max(size(expected), Float.MIN_NORMAL);
    }

    /** Returns the root mean square difference relative to the spread of the first. */
    static double rootMeanSquare(Matrix expected, Matrix actual) {
        double squares = 0;
        double spread = 0;
        for (int j = 0; j < expected.cols(); j++) {
            double mean = 0;
            for (int i = 0; i < expected.rows(); i++) {
                mean += expected.get(i, j) / (double) expected.rows();
            }
            for (int i = 0; i < expected.rows(); i++) {
                double difference = (double) expected.get(i, j) - actual.get(i, j);
                squares += difference * difference;
                spread += (expected.get(i, j) - mean) * (expected.get(i, j) - mean);
            }
        }
        return Math.sqrt(squares / spread);
    }

    private static double size(Matrix matrix) {
        double size = 0;
        for (float value : matrix.toArray()) {
            size = Math.max(size, nanToZero(Math.abs(value)));
        }
        return size;
    }

    private static double nanToZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
