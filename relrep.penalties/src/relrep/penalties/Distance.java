package relrep.penalties;

/** The distances between two points. */
public enum Distance {
    /** The Euclidean distance. */
    L2 {
        @Override
        double between(float[] values, int x, int y, int width) {
            double sum = 0;
            for (int j = 0; j < width; j++) {
                double difference = (double) values[x + j] - values[y + j];
                sum += difference * difference;
            }
            return Math.sqrt(sum);
        }

        @Override
        void pullBack(float[] values, int x, int y, int width, double slope, double[] gradient) {
            double length = between(values, x, y, width);
            for (int j = 0; j < width && length > 0; j++) {
                double part = slope * ((double) values[x + j] - values[y + j]) / length;
                gradient[x + j] += part;
                gradient[y + j] -= part;
            }
        }
    },

    /** The largest difference of a coordinate. */
    LINF {
        @Override
        double between(float[] values, int x, int y, int width) {
            double largest = 0;
            for (int j = 0; j < width; j++) {
                largest = Math.max(largest, Math.abs((double) values[x + j] - values[y + j]));
            }
            return largest;
        }

        @Override
        void pullBack(float[] values, int x, int y, int width, double slope, double[] gradient) {
            double length = between(values, x, y, width);
            for (int j = 0; j < width && length > 0; j++) {
                double difference = (double) values[x + j] - values[y + j];
                if (Math.abs(difference) == length) {
                    double part = slope * Math.signum(difference);
                    gradient[x + j] += part;
                    gradient[y + j] -= part;
                    return;
                }
            }
        }
    };

    /**
     * Returns the distance of two points.
     *
     * @param values the coordinates of all points
     * @param x the position of the first point's coordinates
     * @param y the position of the second point's
     */
    abstract double between(float[] values, int x, int y, int width);

    /**
     * Adds the gradient of a multiple of the distance. Between equal points it is 0. The largest
     * difference of several equal ones is the first.
     */
    abstract void pullBack(
            float[] values, int x, int y, int width, double slope, double[] gradient);
}
