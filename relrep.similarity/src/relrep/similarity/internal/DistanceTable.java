package relrep.similarity.internal;

import relrep.kernels.linear.DoubleMatrix;

/**
 * Euclidean distances in double precision, by their definition, with their gradient.
 *
 * @param points {@code n × d}
 * @param anchors {@code k × d}
 */
record DistanceTable(DoubleMatrix points, DoubleMatrix anchors) {
    /** Returns the distances, {@code n × k}. */
    DoubleMatrix values() {
        double[] values = new double[points.rows() * anchors.rows()];
        double[] all = anchors.toArray();
        for (int i = 0; i < points.rows(); i++) {
            double[] point = points.row(i);
            for (int j = 0; j < anchors.rows(); j++) {
                values[i * anchors.rows() + j] = distance(point, all, j * point.length);
            }
        }
        return DoubleMatrix.of(points.rows(), anchors.rows(), values);
    }

    private static double distance(double[] point, double[] anchors, int at) {
        double sum = 0;
        for (int l = 0; l < point.length; l++) {
            double difference = point[l] - anchors[at + l];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /**
     * Returns the gradient with respect to the points, {@code Σ g (x - a) / ‖x - a‖}; an anchor
     * equal to the point, where the distance has a corner, adds 0.
     *
     * @param gradient with respect to the values, {@code n × k}
     */
    DoubleMatrix pullBack(DoubleMatrix gradient) {
        double[] distances = values().toArray();
        double[] weights = gradient.toArray();
        double[] sums = new double[points.rows()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = distances[i] > 0 ? weights[i] / distances[i] : 0;
            sums[i / anchors.rows()] += weights[i];
        }
        DoubleMatrix pull = DoubleMatrix.of(points.rows(), anchors.rows(), weights).times(anchors);
        return points.scaledRows(sums).minus(pull);
    }
}
