package relrep.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Matrix;
import relrep.api.model.Epoch;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.golden.Golden;
import relrep.api.tck.golden.GoldenDraws;
import relrep.api.tck.golden.GoldenFile;
import relrep.models.layer.Activation;
import relrep.models.layer.BatchNorm;
import relrep.models.layer.Convolution;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.Parameter;
import relrep.models.layer.Reshape;
import relrep.models.layer.Stack;
import relrep.models.layer.TransposedConvolution;
import relrep.models.layer.Volume;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Three small networks, from the same first weights over the same batches as in PyTorch 1.13 in
 * float64: the gradients of the first step and the losses of twenty. {@code golden_losses.py}
 * beside this file writes {@code golden-losses.properties}; weights and inputs are drawn.
 */
class GoldenLossesTest {
    private static final int STEPS = 20;
    private static final int BATCH = 64;

    private static final int ROWS = STEPS * BATCH;
    private static final int SIDE = 28;
    private static final GoldenFile GOLDEN =
            GoldenFile.read(GoldenLossesTest.class, "golden-losses.properties");

    /** What the rounding of float32 grows to in twenty steps of Adam. */
    private static final double LOSS = 1e-5;

    private static Stack stack(String name) {
        Volume image = new Volume(28, 28, 1);
        return switch (name) {
            case "stitch" ->
                    new Stack(
                            Volume.flat(50),
                            List.of(
                                    new DenseLayer(50),
                                    Activation.RELU,
                                    new DenseLayer(50),
                                    Activation.RELU,
                                    new DenseLayer(50)));
            case "mlp" ->
                    new Stack(
                            image,
                            List.of(
                                    new Reshape(Volume.flat(784)),
                                    new DenseLayer(16),
                                    Activation.TANH,
                                    new DenseLayer(2),
                                    new DenseLayer(16),
                                    Activation.TANH,
                                    new DenseLayer(784),
                                    Activation.SIGMOID));
            default ->
                    new Stack(
                            image,
                            List.of(
                                    new Convolution(4, 3, 2, 1),
                                    new BatchNorm(),
                                    Activation.RELU,
                                    new Convolution(8, 3, 2, 1),
                                    new BatchNorm(),
                                    Activation.RELU,
                                    new Reshape(Volume.flat(392)),
                                    new DenseLayer(8),
                                    new DenseLayer(392),
                                    Activation.RELU,
                                    new Reshape(new Volume(7, 7, 8)),
                                    new TransposedConvolution(4, 4, 2, 1),
                                    new BatchNorm(),
                                    Activation.RELU,
                                    new TransposedConvolution(1, 4, 2, 1),
                                    Activation.SIGMOID));
        };
    }

    /** The weights in their order, {@code start + bound (2 u - 1)}. */
    private static Weights weights(String name, Stack stack) {
        double bound = name.equals("stitch") ? 1 / 8. : 1 / 4.;
        Map<String, Parameter> parameters = stack.parameters();
        float[] weights = new float[Stack.size(parameters)];
        GoldenDraws draws = draws(name, "weights");
        int at = 0;
        for (Parameter parameter : parameters.values()) {
            for (int end = at + parameter.size(); at < end; at++) {
                weights[at] = (float) (parameter.start() + bound * (2 * draws.uniform() - 1));
            }
        }
        return new Weights(weights, Stack.begin(stack.statistics(), Seed.of(1).random()));
    }

    private static Matrix noise(String name) {
        GoldenDraws draws = draws(name);
        float[] values = new float[ROWS * 50];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) draws.noise();
        }
        return Matrix.of(ROWS, 50, values);
    }

    /** Four round blots each, 1 / (1 + (r / s)²)², at most 1 together. */
    private static Matrix pictures() {
        GoldenDraws draws = draws("pictures");
        float[] values = new float[ROWS * SIDE * SIDE];
        for (int from = 0; from < values.length; from += SIDE * SIDE) {
            double[] sums = new double[SIDE * SIDE];
            for (int blot = 0; blot < 4; blot++) {
                double x = 1.5 * draws.uniform() - 0.75;
                double y = 1.5 * draws.uniform() - 0.75;
                double size = 0.125 + 0.25 * draws.uniform();
                for (int i = 0; i < sums.length; i++) {
                    double across = i % SIDE / 14. - 1 - x;
                    double along = Math.floorDiv(i, SIDE) / 14. - 1 - y;
                    double fall = 1 + (across * across + along * along) / (size * size);
                    sums[i] += 1 / (fall * fall);
                }
            }
            for (int i = 0; i < sums.length; i++) {
                values[from + i] = (float) Math.min(sums[i], 1);
            }
        }
        return Matrix.of(ROWS, SIDE * SIDE, values);
    }

    private static GoldenDraws draws(String... names) {
        Seed seed = Seed.of(1);
        for (String name : names) {
            seed = seed.branch(name);
        }
        return new GoldenDraws(seed);
    }

    @ParameterizedTest
    @CsvSource({"stitch,1", "mlp,1", "conv,1", "conv,2", "mlp,3"})
    void trainsAsPyTorchDoes(String name, int lanes) {
        Stack stack = stack(name);
        boolean stitch = name.equals("stitch");
        Matrix inputs = stitch ? noise("points") : pictures();
        Matrix targets = stitch ? noise("targets") : inputs;
        Weights first = weights(name, stack);
        Examples examples = new Examples(inputs, new MeanSquares(targets));
        requireGradients(stack, first, examples, GOLDEN.get(name + "/gradient"), lanes);
        requireLosses(stack, first, examples, GOLDEN.get(name + "/losses").list(), lanes);
    }

    private static void requireGradients(
            Stack stack, Weights first, Examples examples, Golden golden, int lanes) {
        int[] order = IntStream.range(0, BATCH).toArray();
        try (WorkerPool pool = new WorkerPool(stack, Optional.empty(), first, BATCH, lanes, 0)) {
            pool.learn(examples, order, 0, BATCH, 0);
            float[] gradients = new float[first.parameters().length];
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] = pool.gradients().getFloat(i);
            }
            golden.assertArray(Matrix.of(gradients.length, 1, gradients));
        }
    }

    /** Each batch is an epoch of its own, so that the history has every loss. */
    private static void requireLosses(
            Stack stack, Weights first, Examples examples, double[] expected, int lanes) {
        Regimen regimen = new Regimen(STEPS, BATCH, 1e-3, 0, 0);
        List<Epoch> history =
                new Training(stack, regimen, lanes)
                        .fit(
                                first,
                                epoch ->
                                        IntStream.range((epoch - 1) * BATCH, epoch * BATCH)
                                                .toArray(),
                                examples,
                                Optional.empty(),
                                Run.quiet(Seed.of(1)))
                        .history();
        for (int i = 0; i < STEPS; i++) {
            assertEquals(expected[i], history.get(i).trainLoss(), LOSS * expected[i], "step " + i);
        }
    }
}
