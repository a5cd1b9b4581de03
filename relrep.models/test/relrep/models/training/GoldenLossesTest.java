package relrep.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Matrix;
import relrep.api.model.Epoch;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.models.layer.Activation;
import relrep.models.layer.BatchNorm;
import relrep.models.layer.Convolution;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.Layer;
import relrep.models.layer.Reshape;
import relrep.models.layer.Stack;
import relrep.models.layer.TransposedConvolution;
import relrep.models.layer.Volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Three small networks, from the same first weights over the same batches as in PyTorch 1.13: the
 * gradients of the first step and the losses of twenty. The folder of goldens is in RELREP_BENCH,
 * its generated inputs in PERF_INPUTS.
 */
class GoldenLossesTest {
    private static final int STEPS = 20;
    private static final int BATCH = 64;

    /** Float32 sums taken in another order differ by this part of the largest gradient. */
    private static final double GRADIENT = 2e-4;

    /** What such differences grow to in twenty steps of Adam. */
    private static final double LOSS = 2e-4;

    private static Path folder(String variable) {
        String value = System.getenv(variable);
        Assumptions.assumeTrue(value != null, variable + " names no folder of goldens");
        return Path.of(value);
    }

    private static Stack stack(String name) {
        Volume image = new Volume(28, 28, 1);
        return switch (name) {
            case "stitch1" ->
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

    /** Collects one kind of tensor in the order and the layout of a stack. */
    private static float[] collect(
            Stack stack, String prefix, Map<String, double[]> golden, String scale, String shift) {
        List<float[]> parts = new ArrayList<>();
        for (int i = 0; i < stack.layers().size(); i++) {
            Layer layer = stack.layers().get(i);
            boolean norm = layer instanceof BatchNorm;
            double[] first = golden.get(prefix + i + "." + (norm ? scale : "weight"));
            double[] second = golden.get(prefix + i + "." + (norm ? shift : "bias"));
            boolean learns = !scale.equals("running_mean") || norm;
            if (first != null && learns) {
                parts.add(Npz.floats(lay(layer, i, first)));
                parts.add(Npz.floats(order(i, layer, second)));
            }
        }
        float[] all = new float[parts.stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** Channel after channel becomes pixel after pixel, 7 × 7 of 8 channels. */
    private static int joined(int apart) {
        return apart % 49 * 8 + apart / 49;
    }

    private static double[] order(int number, Layer layer, double[] bias) {
        double[] laid = bias.clone();
        for (int i = 0; number == 8 && layer instanceof DenseLayer && i < bias.length; i++) {
            laid[joined(i)] = bias[i];
        }
        return laid;
    }

    private static double[] lay(Layer layer, int number, double[] w) {
        double[] laid = w.clone();
        if (layer instanceof Convolution c) {
            int in = w.length / c.channels() / 9;
            for (int i = 0; i < w.length; i++) {
                int out = i / (in * 9);
                int channel = i / 9 % in;
                laid[(i % 9 * in + channel) * c.channels() + out] = w[i];
            }
        } else if (layer instanceof TransposedConvolution c) {
            for (int i = 0; i < w.length; i++) {
                int in = i / (c.channels() * 16);
                int out = i / 16 % c.channels();
                laid[(in * 16 + i % 16) * c.channels() + out] = w[i];
            }
        } else if (layer instanceof DenseLayer && w.length == 392 * 8) {
            for (int i = 0; i < w.length; i++) {
                int to = number == 7 ? i / 392 * 392 + joined(i % 392) : joined(i / 8) * 8 + i % 8;
                laid[to] = w[i];
            }
        }
        return laid;
    }

    @ParameterizedTest
    @CsvSource({"stitch1,1", "mlp,1", "conv,1", "conv,2", "mlp,3"})
    void trainsAsPyTorchDoes(String name, int lanes) throws IOException {
        Map<String, double[]> golden =
                Npz.archive(folder("RELREP_BENCH").resolve("golden_train.npz"));
        Stack stack = stack(name);
        boolean stitch = name.equals("stitch1");
        Matrix inputs = inputs(stitch ? "cls50_src" : "images28", stack.input().size());
        Matrix targets = stitch ? inputs("cls50_dst", 50) : inputs;
        Weights first =
                new Weights(
                        collect(stack, name + "/", golden, "weight", "bias"),
                        collect(stack, name + "/", golden, "running_mean", "running_var"));
        Examples examples = new Examples(inputs, new MeanSquares(targets));
        int[] order = IntStream.range(0, STEPS * BATCH).toArray();
        requireGradients(stack, first, examples, order, golden, name, lanes);
        requireLosses(stack, first, examples, golden.get(name + "/losses"), lanes);
    }

    private static void requireGradients(
            Stack stack,
            Weights first,
            Examples examples,
            int[] order,
            Map<String, double[]> golden,
            String name,
            int lanes) {
        float[] expected = collect(stack, name + "/grad0/", golden, "weight", "bias");
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        try (WorkerPool force = new WorkerPool(stack, Optional.empty(), first, BATCH, lanes, 0)) {
            force.learn(examples, order, 0, BATCH, 0);
            for (int i = 0; i < expected.length; i++) {
                assertEquals(
                        expected[i], force.gradients().getFloat(i), GRADIENT * largest, "at " + i);
            }
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

    private static Matrix inputs(String name, int width) throws IOException {
        byte[] file = Files.readAllBytes(folder("PERF_INPUTS").resolve(name + ".npy"));
        double[] values = Npz.values(file);
        return Matrix.of(
                STEPS * BATCH,
                width,
                Npz.floats(java.util.Arrays.copyOf(values, STEPS * BATCH * width)));
    }
}
