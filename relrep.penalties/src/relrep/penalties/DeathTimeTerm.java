package relrep.penalties;

import relrep.api.data.Matrix;

/**
 * The sum of a function of the death times of points, with its gradient.
 *
 * @param value the sum
 * @param gradient with respect to the points
 */
record DeathTimeTerm(double value, Matrix gradient) {
    /**
     * Computes it.
     *
     * @param points {@code n × d}; a single point has no death times
     * @param weight of the sum
     */
    static DeathTimeTerm of(
            Matrix points, Distance distance, Form form, double beta, double weight) {
        int width = points.cols();
        float[] values = points.toArray();
        double[] slopes = new double[values.length];
        SpanningTree tree = SpanningTree.of(values, points.rows(), width, distance);
        double sum = 0;
        for (int edge = 0; edge < tree.edges(); edge++) {
            double difference = tree.length(edge) - beta;
            sum += form.value(difference);
            distance.pullBack(
                    values,
                    tree.from(edge) * width,
                    tree.to(edge) * width,
                    width,
                    weight * form.slope(difference),
                    slopes);
        }
        float[] gradient = new float[slopes.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) slopes[i];
        }
        return new DeathTimeTerm(weight * sum, Matrix.of(points.rows(), width, gradient));
    }
}
