package relrep.api.tck;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.metric.OutputMetric;
import relrep.api.model.Objective;

import java.util.Optional;

/** The samples and outputs for checking metrics of outputs. */
final class Outputs {
    static final Shape SHAPE = new Shape(1, 2, 3);
    static final int CLASSES = 4;

    private Outputs() {}

    /** Returns the number of rows that a metric is checked with. */
    static int rows(OutputMetric metric) {
        return Math.max(60, 2 * metric.traits().minimumRows());
    }

    /** Returns labelled samples. */
    static Samples truth(Trial t, int rows) {
        Matrix inputs = t.cloud("truth " + rows).points(rows, SHAPE.size());
        return new Samples(inputs, SHAPE, Optional.of(Cloud.labels(rows, CLASSES)));
    }

    /** Returns the outputs of a perfect network. */
    static Matrix perfect(OutputMetric metric, Samples truth) {
        if (metric.objective() == Objective.RECONSTRUCT) {
            return truth.inputs();
        }
        Labels labels = truth.requireLabels();
        float[] scores = new float[truth.size() * CLASSES];
        for (int i = 0; i < truth.size(); i++) {
            scores[i * CLASSES + labels.get(i)] = 1;
        }
        return Matrix.of(truth.size(), CLASSES, scores);
    }

    /** Returns the outputs of a network that is often wrong. */
    static Matrix noisy(Trial t, OutputMetric metric, Samples truth) {
        return t.cloud("noise").near(perfect(metric, truth), 0.7);
    }
}
