package relrep.api.tck;

import relrep.api.data.Content;
import relrep.api.data.Inputs;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.model.Bottleneck;
import relrep.api.model.NetworkState;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The small problem for checking architectures: pictures of 8 × 8, or texts, in four classes. */
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

    /** Returns sentences that mix words of their class with words of all classes. */
    static Samples texts(Trial t, String what, int n) {
        Labels labels = Cloud.labels(n, CLASSES);
        RandomGenerator random = t.random(what + " texts");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<String> words = new ArrayList<>();
            for (int word = 0; word < 8; word++) {
                boolean own = word % 2 == 0;
                List<String> from = WORDS.get(own ? labels.get(i) : CLASSES);
                words.add(from.get(random.nextInt(from.size())));
            }
            texts.add(String.join(" ", words));
        }
        return new Samples(Inputs.of(texts), Optional.of(labels), Optional.empty());
    }

    private static final List<List<String>> WORDS =
            List.of(
                    List.of("river", "lake", "boat", "fish"),
                    List.of("court", "judge", "law", "trial"),
                    List.of("goal", "match", "team", "score"),
                    List.of("atom", "cell", "theory", "proof"),
                    List.of("the", "a", "of", "and", "was", "seen", "today"));

    /** Returns samples of the content that is asked for. */
    static Samples samples(Trial t, Content content, String what, int n) {
        return content == Content.TEXT ? texts(t, what, n) : samples(t, what, n);
    }

    static TrainingProblem problem(Trial t, Content content, Objective objective) {
        return new TrainingProblem(
                samples(t, content, "train", SAMPLES),
                Optional.of(samples(t, content, "validation", 24)),
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
