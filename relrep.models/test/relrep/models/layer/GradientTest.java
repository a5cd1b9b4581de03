package relrep.models.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Matrix;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.models.memory.FloatBlock;
import relrep.models.memory.Memory;
import relrep.similarity.internal.Cosine;
import relrep.similarity.internal.Euclidean;
import relrep.similarity.internal.RobustCosine;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Compares the gradients of every layer with finite differences. The layer is on top of a dense
 * layer, whose gradients are right only if the tested layer passes its inputs' gradient down
 * correctly.
 */
class GradientTest {
    private static final int ROWS = 5;
    private static final double STEP = 5e-4;

    /** Float32 rounding of outputs of size 1, over twice {@link #STEP}, as part of the largest. */
    private static final double TOLERANCE = 2e-2;

    private static final int PROBES = 60;

    static Stream<Stack> stacks() {
        return Stream.of(
                on(new Volume(1, 1, 7), new DenseLayer(4)),
                on(new Volume(5, 6, 1), new Convolution(3, 3, 2, 1)),
                on(new Volume(6, 6, 3), new Convolution(4, 3, 1, 1)),
                on(new Volume(5, 7, 9), new Convolution(10, 3, 2, 1)),
                on(new Volume(4, 4, 8), new Convolution(2, 2, 2, 0)),
                on(new Volume(3, 2, 3), new TransposedConvolution(1, 4, 2, 1)),
                on(new Volume(2, 3, 4), new TransposedConvolution(9, 4, 2, 1)),
                on(new Volume(3, 3, 2), new TransposedConvolution(8, 3, 2, 1)),
                on(new Volume(2, 2, 2), new TransposedConvolution(3, 3, 1, 1)),
                on(new Volume(2, 3, 4), new BatchNorm()),
                on(new Volume(1, 1, 6), new BatchNorm()),
                on(new Volume(1, 1, 20), Activation.RELU),
                on(new Volume(1, 1, 20), Activation.TANH),
                on(new Volume(1, 1, 20), Activation.SIGMOID),
                on(new Volume(1, 1, 20), Activation.LINEAR),
                on(new Volume(1, 1, 20), new Gelu()),
                on(new Volume(1, 1, 20), new Silu()),
                on(new Volume(1, 1, 20), new Dropout(0.4)),
                on(new Volume(1, 1, 9), new InputNoise(0.3), new DenseLayer(4)),
                on(new Volume(1, 1, 8), new TiedLinear(3)),
                on(new Volume(1, 1, 8), new Reparameterisation(0)),
                on(new Volume(1, 1, 8), new Reparameterisation(0.7), new DenseLayer(5)),
                on(new Volume(2, 3, 2), new Interleave(new Volume(2, 3, 2), true)),
                on(new Volume(2, 3, 2), new Interleave(new Volume(2, 3, 2), false)),
                on(new Volume(2, 3, 4), new Pointwise(5)),
                on(new Volume(2, 3, 4), new Positions()),
                on(new Volume(2, 3, 9), new LayerNorm()),
                on(new Volume(1, 1, 33), new LayerNorm()),
                on(new Volume(2, 3, 8), new SelfAttention(2)),
                on(new Volume(1, 5, 6), new SelfAttention(1)),
                on(new Volume(1, 1, 4), new SelfAttention(4)),
                on(new Volume(4, 6, 2), new Patching(new Volume(4, 6, 2), 2, true)),
                on(new Volume(2, 3, 8), new Patching(new Volume(4, 6, 2), 2, false)),
                on(
                        new Volume(2, 2, 6),
                        new Residual(
                                new LayerNorm(),
                                new Pointwise(4),
                                Activation.TANH,
                                new Pointwise(6)),
                        new Residual(new LayerNorm(), new SelfAttention(3), new Dropout(0.2))),
                on(new Volume(2, 3, 2), new Reshape(new Volume(1, 4, 3))),
                on(new Volume(1, 1, 9), new LayerNorm()),
                on(new Volume(2, 2, 5), new LayerNorm()),
                on(
                        new Volume(1, 1, 4),
                        projection(new Cosine()),
                        new LayerNorm(),
                        new DenseLayer(3)),
                on(new Volume(1, 1, 4), Activation.TANH, projection(new Euclidean())),
                on(new Volume(1, 1, 4), projection(new RobustCosine()), new DenseLayer(3)),
                on(new Volume(1, 1, 9), Activation.TANH, new Dropout(0.3), new DenseLayer(5)),
                on(
                        new Volume(4, 4, 2),
                        new Convolution(8, 3, 2, 1),
                        new BatchNorm(),
                        Activation.TANH,
                        new TransposedConvolution(2, 4, 2, 1)));
    }

    /** Similarities to six anchors that stay where they are. */
    private static Layer projection(DifferentiableSimilarity similarity) {
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[6 * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        AnchorLatents anchors = new AnchorLatents(6, similarity);
        anchors.learnWith(Matrix.of(6, 4, values));
        return new RelativeProjection(anchors);
    }

    private static Stack on(Volume volume, Layer... layers) {
        Stack below = new Stack(Volume.flat(6), List.of(new DenseLayer(volume.size())));
        Stack seen = below.then(new Stack(below.output(), List.of(new Reshape(volume))));
        return seen.then(new Stack(volume, List.of(layers)));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void gradientsAreFiniteDifferences(Stack stack) {
        compare(stack, new BatchContext(true, 1, 0));
    }

    /** Nothing is random there, and statistics stay; a divergence belongs to no loss. */
    @ParameterizedTest
    @MethodSource("stacks")
    void soTheyAreOfSamplesOutsideTheTrainingBatch(Stack stack) {
        compare(stack, BatchContext.still(1));
    }

    static Stream<Stack> texts() {
        Volume ids = Volume.flat(6);
        return Stream.of(
                new Stack(ids, List.of(new MeanEmbedding(7, 3), new DenseLayer(4))),
                new Stack(ids, List.of(new TokenEmbedding(7, 4), new TokenMean())),
                new Stack(
                        ids,
                        List.of(
                                new TokenEmbedding(7, 4, 0.5),
                                new Positions(),
                                new Residual(new LayerNorm(), new SelfAttention(2, true)),
                                new Residual(new LayerNorm(), new Pointwise(4), new Gelu()),
                                new LayerNorm(),
                                new TokenMean(),
                                new DenseLayer(3))));
    }

    /** The inputs are tokens: texts of 6 to 2 tokens, some of them twice, and an empty one. */
    @ParameterizedTest
    @MethodSource("texts")
    void soTheyAreOfTexts(Stack stack) {
        float[] ids = {
            1, 2, 3, 2, 6, 5,
            4, 4, 1, 0, 0, 0,
            5, 3, 0, 0, 0, 0,
            6, 1, 2, 3, 4, 0,
            0, 0, 0, 0, 0, 0
        };
        compare(stack, new BatchContext(true, 1, 0), ids);
        compare(stack, BatchContext.still(1), ids);
    }

    private static void compare(Stack stack, BatchContext pass) {
        SplittableRandom random = new SplittableRandom(3);
        float[] inputs = new float[ROWS * 6];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.nextDouble(-1, 1);
        }
        compare(stack, pass, inputs);
    }

    private static void compare(Stack stack, BatchContext pass, float[] inputs) {
        try (Memory memory = new Memory()) {
            Probe probe = new Probe(stack, pass, inputs, memory);
            float[] gradients = probe.gradients();
            double largest = 0;
            for (float gradient : gradients) {
                largest = Math.max(largest, Math.abs(gradient));
            }
            assertTrue(largest > 0, "some gradient is not 0");
            SplittableRandom random = new SplittableRandom(7);
            for (int i = 0; i < PROBES; i++) {
                int at = random.nextInt(gradients.length);
                assertEquals(
                        probe.difference(at),
                        gradients[at],
                        TOLERANCE * largest,
                        "parameter " + at);
            }
        }
    }

    /** A stack on random inputs, and a random weighted sum of its outputs. */
    private static final class Probe {
        private final BatchContext pass;
        private final float[] inputs;
        private final float[] parameters;
        private final double[] weights;
        private final FloatBlock memory;
        private final FloatBlock gradients;
        private final List<Kernel> kernels;
        private final int lowest;

        Probe(Stack stack, BatchContext pass, float[] inputs, Memory owner) {
            this.pass = pass;
            this.inputs = inputs;
            SplittableRandom random = new SplittableRandom(4);
            parameters = Stack.begin(stack.parameters(), random);
            weights = random.doubles((long) ROWS * stack.output().size(), -1, 1).toArray();
            memory = owner.block(parameters);
            gradients = owner.block(parameters.length);
            FloatBlock statistics = owner.block(Stack.begin(stack.statistics(), random));
            WorkerContext lane = new WorkerContext(0, new ThreadBarrier(1), 11, owner);
            kernels = stack.kernels(ROWS, memory, gradients, statistics, lane);
            lowest = stack.firstLearning();
        }

        private double value() {
            float[] values = inputs.clone();
            for (Kernel kernel : kernels) {
                values = kernel.forward(values, ROWS, pass);
            }
            double sum = 0;
            for (Kernel kernel : kernels) {
                sum += pass.scale() * kernel.penalty();
            }
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * values[i];
            }
            return sum;
        }

        float[] gradients() {
            value();
            float[] gradient = new float[weights.length];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = (float) weights[i];
            }
            for (int i = kernels.size() - 1; i >= lowest; i--) {
                gradient = kernels.get(i).backward(gradient, ROWS);
            }
            return gradients.toArray();
        }

        double difference(int at) {
            double above = value(at, parameters[at] + (float) STEP);
            double below = value(at, parameters[at] - (float) STEP);
            memory.put(at, parameters, at, 1);
            return (above - below) / (2 * STEP);
        }

        private double value(int at, float parameter) {
            memory.put(at, new float[] {parameter}, 0, 1);
            return value();
        }
    }
}
