package relrep.models.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.data.Matrix;
import relrep.api.model.Epoch;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.models.layer.Activation;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.Gelu;
import relrep.models.layer.Layer;
import relrep.models.layer.LayerNorm;
import relrep.models.layer.Parameter;
import relrep.models.layer.Patching;
import relrep.models.layer.Pointwise;
import relrep.models.layer.Positions;
import relrep.models.layer.Reshape;
import relrep.models.layer.Residual;
import relrep.models.layer.SelfAttention;
import relrep.models.layer.Stack;
import relrep.models.layer.Volume;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A visual transformer with two channels, two heads, two blocks below and one above the bottleneck,
 * against PyTorch 1.13: gradients of the first step, and the losses of twenty. The numbers are what
 * {@code vit_losses.py} beside this file prints; weights and pictures come from the formulas that
 * it states.
 */
@Tag("slow")
class VitLossesTest {
    private static final int STEPS = 20;
    private static final int BATCH = 64;
    private static final int DIM = 16;
    private static final int APART = 997;

    private static final double[] GRADIENTS = {
        0.000147452,
        -4.17729e-05,
        4.363e-05,
        0.000148221,
        -1.22099e-05,
        1.47893e-05,
        -0.00147426,
        0.000406565,
        -5.89526e-05,
        -0.000296328,
        0.00025022,
        -7.51213e-06,
        2.0575e-05,
        -4.43831e-05,
        2.14876e-05,
        1.18212e-05,
        1.77463e-05,
        0.000420391,
        0.000804788
    };

    private static final double LARGEST_GRADIENT = 0.0059487;
    private static final double NORM = 0.044447819;

    private static final double[] LOSSES = {
        0.1399553, 0.1391528, 0.1377264, 0.1358165, 0.1352543, 0.1338278, 0.1334007, 0.1324479,
        0.1314642, 0.1311542, 0.1303381, 0.1299773, 0.1293172, 0.1286676, 0.1284637, 0.1279651,
        0.127545, 0.1272026, 0.1266828, 0.1267736
    };

    /** Float32 sums taken in another order differ by this part of the largest gradient. */
    private static final double GRADIENT = 1e-4;

    /** What such differences grow to in twenty steps of Adam. */
    private static final double LOSS = 2e-4;

    private static final Stack STACK = stack();

    private static Stack stack() {
        Volume picture = new Volume(28, 28, 2);
        Volume tokens = new Volume(7, 7, DIM);
        return new Stack(
                picture,
                List.of(
                        new Patching(picture, 4, true),
                        new Pointwise(DIM),
                        new Positions(),
                        attention(),
                        perceptron(),
                        attention(),
                        perceptron(),
                        new LayerNorm(),
                        new DenseLayer(6),
                        new DenseLayer(tokens.size()),
                        new Gelu(),
                        new Reshape(tokens),
                        attention(),
                        perceptron(),
                        new LayerNorm(),
                        new Pointwise(32),
                        Activation.SIGMOID,
                        new Patching(picture, 4, false)));
    }

    private static Layer attention() {
        return new Residual(new LayerNorm(), new SelfAttention(2));
    }

    private static Layer perceptron() {
        return new Residual(
                new LayerNorm(), new Pointwise(2 * DIM), new Gelu(), new Pointwise(DIM));
    }

    private static Weights weights() {
        Map<String, Parameter> named = STACK.parameters();
        float[] weights = new float[Stack.size(named)];
        int k = 0;
        for (Map.Entry<String, Parameter> entry : named.entrySet()) {
            Parameter p = entry.getValue();
            boolean spread = entry.getKey().matches(".*(weight|bias)");
            float bound = spread ? p.bound() : 0.1f;
            for (int end = k + p.size(); k < end; k++) {
                double f = 43758.5453 * Math.sin(k + 1);
                weights[k] = p.start() + bound * (float) (2 * (f - Math.floor(f)) - 1);
            }
        }
        return new Weights(weights, new float[0]);
    }

    private static Examples examples() {
        int size = STACK.input().size();
        float[] values = new float[STEPS * BATCH * size];
        for (int at = 0; at < values.length; at++) {
            int i = at / size;
            values[at] =
                    (float) (0.5 + 0.5 * Math.sin(0.37 * i + 0.011 * (i % 7 + 1) * (at % size)));
        }
        Matrix pictures = Matrix.of(STEPS * BATCH, size, values);
        return new Examples(pictures, new MeanSquares(pictures));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void trainsAsPyTorchDoes(int lanes) {
        Examples examples = examples();
        requireGradients(examples, lanes);
        List<Epoch> history =
                new Training(STACK, new Regimen(STEPS, BATCH, 1e-3, 0, 0), lanes)
                        .fit(
                                weights(),
                                epoch ->
                                        IntStream.range((epoch - 1) * BATCH, epoch * BATCH)
                                                .toArray(),
                                examples,
                                Optional.empty(),
                                Run.quiet(Seed.of(1)))
                        .history();
        for (int i = 0; i < STEPS; i++) {
            assertEquals(LOSSES[i], history.get(i).trainLoss(), LOSS * LOSSES[i], "step " + i);
        }
    }

    private static void requireGradients(Examples examples, int lanes) {
        int[] order = IntStream.range(0, BATCH).toArray();
        try (WorkerPool force =
                new WorkerPool(STACK, Optional.empty(), weights(), BATCH, lanes, 0)) {
            force.learn(examples, order, 0, BATCH, 0);
            for (int i = 0; i < GRADIENTS.length; i++) {
                assertEquals(
                        GRADIENTS[i],
                        force.gradients().getFloat((long) i * APART),
                        GRADIENT * LARGEST_GRADIENT,
                        "at " + i * APART);
            }
            assertEquals(NORM, force.gradients().norm2Number().doubleValue(), GRADIENT * NORM);
        }
    }
}
