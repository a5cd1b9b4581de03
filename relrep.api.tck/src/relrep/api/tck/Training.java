package relrep.api.tck;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.model.Bottleneck;
import relrep.api.model.NetworkState;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;

import java.util.Optional;

/** The small problem for checking architectures: pictures of 8 × 8 in four classes. */
final class Training {
    static final Shape SHAPE = new Shape(1, 8, 8);
    static final int SAMPLES = 96;
    static final int CLASSES = 4;
    static final int WIDTH = 5;

    private Training() {}

    /** Returns bars of light, upright or lying, in two places, with noise; values 0 to 1. */
    static Samples samples(Trial t, String what, int n) {
        Labels labels = Cloud.labels(n, CLASSES);
        Matrix noise = t.cloud(what).isotropic(n, SHAPE.size());
        float[] values = noise.toArray();
        for (int i = 0; i < values.length; i++) {
            int label = labels.get(i / SHAPE.size());
            int pixel = i % SHAPE.size();
            int along = label < 2 ? pixel % SHAPE.width() : pixel / SHAPE.width();
            boolean lit = along / 4 == label % 2;
            values[i] = Math.min(1, Math.max(0, (lit ? 0.8f : 0.1f) + 0.1f * values[i]));
        }
        return new Samples(Matrix.of(n, SHAPE.size(), values), SHAPE, Optional.of(labels));
    }

    static TrainingProblem problem(Trial t, Objective objective) {
        return new TrainingProblem(
                samples(t, "train", SAMPLES),
                Optional.of(samples(t, "validation", 24)),
                objective,
                new Bottleneck.Absolute(WIDTH));
    }

    /** Checks that all tensors have equal bytes, and that attributes are equal. */
    static void same(Trial t, NetworkState first, NetworkState second) {
        t.require(
                first.tensors().keySet().equals(second.tensors().keySet()),
                "both networks must have the same tensors, not %s and %s",
                first.tensors().keySet(),
                second.tensors().keySet());
        first.tensors().forEach((name, tensor) -> t.same(tensor, second.tensors().get(name), name));
        t.require(
                first.attributes().equals(second.attributes()),
                "both networks must have the same attributes, not %s and %s",
                first.attributes(),
                second.attributes());
    }

    /** Returns the mean squared error of outputs. */
    static double error(Matrix outputs, Matrix truth) {
        double sum = 0;
        float[] a = outputs.toArray();
        float[] b = truth.toArray();
        for (int i = 0; i < a.length; i++) {
            sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
        }
        return sum / a.length;
    }
}
