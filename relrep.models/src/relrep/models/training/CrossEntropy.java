package relrep.models.training;

/**
 * The cross-entropy loss: minus the logarithm of the probability that softmax of the scores gives
 * to the true class.
 */
public final class CrossEntropy implements Loss {
    private final int[] labels;
    private final int classes;

    /** Makes the loss; the scores of sample {@code i} are compared with class {@code labels[i]}. */
    public CrossEntropy(int[] labels, int classes) {
        this.labels = labels;
        this.classes = classes;
    }

    @Override
    public double measure(
            float[] outputs, int rows, int[] samples, int from, double scale, float[] gradient) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int at = row * classes;
            int label = labels[samples[from + row]];
            double log = logarithm(outputs, at);
            sum += log - outputs[at + label];
            for (int c = 0; c < classes && gradient.length > 0; c++) {
                double probability = Math.exp(outputs[at + c] - log);
                gradient[at + c] = (float) (scale * (probability - (c == label ? 1 : 0)));
            }
        }
        return sum;
    }

    /** Returns log Σ exp, safe from overflow. */
    private double logarithm(float[] scores, int at) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            largest = Math.max(largest, scores[at + c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(scores[at + c] - largest);
        }
        return largest + Math.log(sum);
    }
}
