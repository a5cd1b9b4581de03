package relrep.models.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.models.memory.FloatBlock;
import relrep.models.memory.Memory;

import java.util.Arrays;
import java.util.List;

/** Tests layers on values worked by hand. */
class LayerTest {
    private static final float ROUNDING = 1e-6f;

    private static float[] run(
            Layer layer, Volume in, float[] parameters, BatchContext pass, float... x) {
        Stack stack = new Stack(in, List.of(layer));
        int rows = x.length / in.size();
        try (Memory memory = new Memory()) {
            float[] kept = Stack.begin(stack.statistics(), new java.util.SplittableRandom(1));
            Kernel kernel =
                    stack.kernels(
                                    rows,
                                    memory.block(parameters),
                                    memory.block(kept),
                                    new WorkerContext(0, new ThreadBarrier(1), 5, memory))
                            .get(0);
            float[] y = kernel.forward(x.clone(), rows, pass);
            return Arrays.copyOf(y, rows * stack.output().size());
        }
    }

    private static float[] look(Layer layer, Volume in, float[] parameters, float... x) {
        return run(layer, in, parameters, BatchContext.LOOK, x);
    }

    /** W = [[1, 2], [3, 4], [5, 6]], b = (0.5, 0, -1): W (1, -1)ᵀ + b = (-0.5, -1, -2). */
    @Test
    void denseIsWeightsTimesInputsAndBias() {
        float[] parameters = {1, 2, 3, 4, 5, 6, 0.5f, 0, -1};
        assertArrayEquals(
                new float[] {-0.5f, -1, -2, 1.5f, 3, 4},
                look(new DenseLayer(3), Volume.flat(2), parameters, 1, -1, 1, 0),
                ROUNDING);
    }

    /**
     * A window of ones over 1 … 9 in a 3 × 3 picture, stride 2, one pixel of zeros around: the
     * corners' sums are 1+2+4+5, 2+3+5+6, 4+5+7+8, 5+6+8+9; the bias is 100.
     */
    @Test
    void convolutionSumsWindows() {
        float[] parameters = {1, 1, 1, 1, 1, 1, 1, 1, 1, 100};
        assertArrayEquals(
                new float[] {112, 116, 124, 128},
                look(
                        new Convolution(1, 3, 2, 1),
                        new Volume(3, 3, 1),
                        parameters,
                        1,
                        2,
                        3,
                        4,
                        5,
                        6,
                        7,
                        8,
                        9),
                ROUNDING);
    }

    /**
     * Two pixels 1 and 10 side by side, each spread over 3 × 3 pixels with weights 1 … 9 row after
     * row, two pixels apart, one cut off around: one row of three is left, from the middle line of
     * both windows, 4 5 6: 5·1, 6·1 + 4·10, 5·10; the bias is 1000.
     */
    @Test
    void transposedConvolutionAddsWhatOverlaps() {
        float[] parameters = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1000};
        assertArrayEquals(
                new float[] {1005, 1046, 1050},
                look(new TransposedConvolution(1, 3, 2, 1), new Volume(1, 2, 1), parameters, 1, 10),
                ROUNDING);
    }

    /** 1, 3 and 5: mean 3, biased variance 8/3; scale 2, shift 1. */
    @Test
    void batchNormIsOverTheBatchInTraining() {
        float root = (float) Math.sqrt(8 / 3.0 + 1e-5);
        assertArrayEquals(
                new float[] {1 - 4 / root, 1, 1 + 4 / root},
                run(
                        new BatchNorm(),
                        Volume.flat(1),
                        new float[] {2, 1},
                        new BatchContext(true, 0, 0),
                        1,
                        3,
                        5),
                ROUNDING);
    }

    /** Before any training the running mean is 0 and the variance 1. */
    @Test
    void batchNormRemembersWhenSamplesAreLookedAt() {
        float root = (float) Math.sqrt(1 + 1e-5);
        assertArrayEquals(
                new float[] {1 + 2 / root, 1 + 6 / root},
                look(new BatchNorm(), Volume.flat(1), new float[] {2, 1}, 1, 3),
                ROUNDING);
    }

    /** 1, 3 and 5: a tenth of the mean 3; nine tenths of 1 and a tenth of the unbiased 4. */
    @Test
    void batchNormMovesItsRunningMeans() {
        Stack stack = new Stack(Volume.flat(1), List.of(new BatchNorm()));
        try (Memory memory = new Memory()) {
            FloatBlock kept = memory.block(new float[] {0, 1});
            FloatBlock parameters = memory.block(new float[] {1, 0});
            stack.kernels(3, parameters, kept, WorkerContext.alone(memory))
                    .get(0)
                    .forward(new float[] {1, 3, 5}, 3, new BatchContext(true, 0, 0));
            assertArrayEquals(new float[] {0.3f, 1.3f}, kept.toArray(), ROUNDING);
        }
    }

    @Test
    void tanhAndSigmoidAreTheTrueOnesWithinTheirError() {
        int n = 4001;
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (i - 2000) / 100f;
        }
        float[] tanh = look(Activation.TANH, Volume.flat(1), new float[0], x);
        float[] sigmoid = look(Activation.SIGMOID, Volume.flat(1), new float[0], x);
        for (int i = 0; i < n; i++) {
            assertEquals(Math.tanh(x[i]), tanh[i], 3.2e-7, "tanh " + x[i]);
            assertTrue(Math.abs(tanh[i]) <= 1, "tanh stays within 1");
            assertEquals(1 / (1 + Math.exp(-x[i])), sigmoid[i], 1.7e-7, "sigmoid " + x[i]);
        }
    }

    /** 1 and 3: mean 2, deviation 1; -2 and 2: 0 and 2; scales 2 and 3, shifts 1 and 0. */
    @Test
    void layerNormIsOverTheChannelsOfEachToken() {
        float one = (float) (1 / Math.sqrt(1 + 1e-5));
        float two = (float) (2 / Math.sqrt(4 + 1e-5));
        assertArrayEquals(
                new float[] {1 - 2 * one, 3 * one, 1 - 2 * two, 3 * two},
                look(new LayerNorm(), new Volume(1, 2, 2), new float[] {2, 3, 1, 0}, 1, 3, -2, 2),
                ROUNDING);
    }

    /** W = (1 2), b = 10 on the pixels (1, 2) and (3, 4): 1 + 4 + 10, 3 + 8 + 10. */
    @Test
    void pointwiseIsTheSameMapOnEachPixel() {
        assertArrayEquals(
                new float[] {15, 21},
                look(new Pointwise(1), new Volume(1, 2, 2), new float[] {1, 2, 10}, 1, 2, 3, 4),
                ROUNDING);
    }

    /** Two samples of two tokens: each token gets its own vector, the same in each sample. */
    @Test
    void positionsAreAddedToEverySample() {
        assertArrayEquals(
                new float[] {11, 22, 31, 42},
                look(new Positions(), new Volume(1, 2, 1), new float[] {10, 20}, 1, 2, 21, 22),
                ROUNDING);
    }

    /**
     * Tokens of one channel, 0 and ln 3, in one head. Queries are 1 (bias), keys and values the
     * token: both tokens weigh the tokens 1 : 3 and so bring ¾ ln 3, which is doubled, and 1 added.
     */
    @Test
    void attentionWeighsTokensBySoftmax() {
        float[] parameters = {0, 1, 1, 1, 0, 0, 2, 1};
        float log = (float) Math.log(3);
        float expected = 2 * 0.75f * log + 1;
        assertArrayEquals(
                new float[] {expected, expected},
                look(new SelfAttention(1), new Volume(1, 2, 1), parameters, 0, log),
                ROUNDING);
    }

    /** Scores are divided by √4: query (1, 1, 1, 1) · key (t, t, t, t) = 4 t becomes 2 t. */
    @Test
    void attentionDividesScoresByTheRootOfAHeadsChannels() {
        float[] parameters = new float[12 * 4 + 12 + 4 * 4 + 4];
        for (int i = 4; i < 12; i++) {
            parameters[i * 4] = 1;
        }
        Arrays.fill(parameters, 48, 52, 1f);
        for (int i = 0; i < 4; i++) {
            parameters[60 + i * 5] = 1;
        }
        float t = 0.7f;
        float weight = (float) (1 / (1 + Math.exp(-2 * t)));
        float[] y =
                look(new SelfAttention(1), new Volume(1, 2, 4), parameters, 0, 0, 0, 0, t, 0, 0, 0);
        for (float value : y) {
            assertEquals(weight * t, value, ROUNDING);
        }
    }

    /** A picture of 2 × 4 pixels, two channels, patches of 2 × 2: channel after channel in each. */
    @Test
    void patchingCutsAndPutsTogether() {
        Volume picture = new Volume(2, 4, 2);
        float[] whole = {0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17};
        float[] parts = {0, 1, 4, 5, 10, 11, 14, 15, 2, 3, 6, 7, 12, 13, 16, 17};
        Patching apart = new Patching(picture, 2, true);
        assertArrayEquals(parts, look(apart, picture, new float[0], whole));
        assertArrayEquals(
                whole, look(new Patching(picture, 2, false), apart.tokens(), new float[0], parts));
    }

    /** x + 3x + 1. */
    @Test
    void residualAddsWhatTheBranchMakes() {
        assertArrayEquals(
                new float[] {5, -7},
                look(
                        new Residual(new Pointwise(1)),
                        new Volume(1, 2, 1),
                        new float[] {3, 1},
                        1,
                        -2),
                ROUNDING);
    }

    /** 1/√(2π) ∫ from -∞ to x, from Abramowitz and Stegun's table 26.1: Φ(1), Φ(2), Φ(3). */
    @Test
    void geluIsTheNormalDistributionTimesItsInput() {
        float[] y = look(new Gelu(), Volume.flat(1), new float[0], 0, 1, -1, 2, -3, 20, -20);
        double[] phi = {0.841344746068543, 0.977249868051821, 0.998650101968370};
        double[] expected = {0, phi[0], phi[0] - 1, 2 * phi[1], 3 * (phi[2] - 1), 20, 0};
        for (int i = 0; i < y.length; i++) {
            assertEquals(expected[i], y[i], 5e-7, "value " + i);
        }
    }

    @Test
    void siluIsTheLogisticFunctionTimesItsInput() {
        float[] x = {0, 1, -1, 2, -3, 30, -30};
        float[] y = look(new Silu(), Volume.flat(1), new float[0], x);
        for (int i = 0; i < y.length; i++) {
            assertEquals(x[i] / (1 + Math.exp(-x[i])), y[i], 5e-7 * Math.max(1, Math.abs(x[i])));
        }
    }

    @Test
    void theExponentialIsTheTrueOneWithinItsError() {
        for (int i = 0; i <= 30_000; i++) {
            float x = -i / 1000f;
            float y = Exponential.of(x);
            assertEquals(Math.exp(x), y, 1.7e-7, "exp " + x);
            assertTrue(y >= 0, "exp is not below 0");
        }
    }

    @Test
    void reluIsZeroBelowZero() {
        assertArrayEquals(
                new float[] {0, 0, 2},
                look(Activation.RELU, Volume.flat(3), new float[0], -1, 0, 2));
    }

    @Test
    void dropoutKeepsTheMeanAndDropsItsShare() {
        float[] ones = new float[20_000];
        Arrays.fill(ones, 1);
        Dropout layer = new Dropout(0.25);
        float[] y = run(layer, Volume.flat(20), new float[0], new BatchContext(true, 3, 0), ones);
        int dropped = 0;
        for (float value : y) {
            assertTrue(value == 0 || Math.abs(value - 4 / 3f) < ROUNDING, "0 or 4/3: " + value);
            dropped += value == 0 ? 1 : 0;
        }
        // 20,000 draws of 1/4: a standard deviation is 61
        assertEquals(5000, dropped, 5 * 61);
        assertArrayEquals(ones, look(layer, Volume.flat(20), new float[0], ones));
    }

    /** The second half of a batch, seen by another lane, is dropped as in the whole batch. */
    @Test
    void dropoutDoesNotDependOnLanes() {
        float[] ones = new float[80];
        Arrays.fill(ones, 1);
        Dropout layer = new Dropout(0.5);
        float[] whole =
                run(layer, Volume.flat(8), new float[0], new BatchContext(true, 3, 0), ones);
        float[] half =
                run(
                        layer,
                        Volume.flat(8),
                        new float[0],
                        new BatchContext(true, 3, 5),
                        Arrays.copyOf(ones, 40));
        assertArrayEquals(Arrays.copyOfRange(whole, 40, 80), half);
    }

    /** A picture of 1 × 2 pixels in two channels: (1 2)(3 4) becomes (1 3)(2 4). */
    @Test
    void interleaveBringsChannelsTogetherAndApart() {
        Volume volume = new Volume(1, 2, 2);
        assertArrayEquals(
                new float[] {1, 3, 2, 4},
                look(new Interleave(volume, true), volume, new float[0], 1, 2, 3, 4));
        assertArrayEquals(
                new float[] {1, 2, 3, 4},
                look(new Interleave(volume, false), volume, new float[0], 1, 3, 2, 4));
    }

    /**
     * Means (1, -1), variances 1 and 4: looked at, the means; drawn, deviations of 1 and 2 about
     * them. The divergence is ½ (1 + 1 - 1 - 0) + ½ (1 + 4 - 1 - log 4), a third of it weighed in.
     */
    @Test
    void reparameterisationDrawsAboutTheMeans() {
        int rows = 4000;
        float[] x = new float[rows * 4];
        for (int i = 0; i < x.length; i += 4) {
            x[i] = 1;
            x[i + 1] = -1;
            x[i + 3] = (float) Math.log(4);
        }
        Reparameterisation layer = new Reparameterisation(1 / 3.0);
        assertArrayEquals(
                new float[] {1, -1},
                look(layer, Volume.flat(4), new float[0], 1, -1, 0, (float) Math.log(4)));
        float[] y = run(layer, Volume.flat(4), new float[0], new BatchContext(true, 3, 0), x);
        for (int j = 0; j < 2; j++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < rows; i++) {
                double off = y[i * 2 + j] - (j == 0 ? 1 : -1);
                sum += off / rows;
                squares += off * off / rows;
            }
            assertEquals(0, sum, 0.1, "mean");
            assertEquals(j + 1, Math.sqrt(squares), 0.1, "deviation");
        }
        try (Memory memory = new Memory()) {
            Kernel kernel =
                    new Stack(Volume.flat(4), List.of(layer))
                            .kernels(
                                    1,
                                    memory.block(new float[0]),
                                    memory.block(new float[0]),
                                    WorkerContext.alone(memory))
                            .get(0);
            kernel.forward(new float[] {1, -1, 0, (float) Math.log(4)}, 1, BatchContext.LOOK);
            assertEquals((5 - Math.log(4)) / 6, kernel.penalty(), 1e-6);
        }
    }

    /** W = (0.6, 0.8) is a unit vector: the map projects onto it. */
    @Test
    void tiedLinearProjects() {
        assertArrayEquals(
                new float[] {0.6f * 1.4f, 0.8f * 1.4f, 0, 0},
                look(new TiedLinear(1), Volume.flat(2), new float[] {0.6f, 0.8f}, 1, 1, 4, -3),
                1e-5f);
    }

    /** Noise comes in training alone, of the deviation asked for, and differs from step to step. */
    @Test
    void inputNoiseIsForTrainingAlone() {
        InputNoise layer = new InputNoise(0.3);
        float[] x = new float[5000];
        assertArrayEquals(x, look(layer, Volume.flat(50), new float[0], x));
        float[] y = run(layer, Volume.flat(50), new float[0], new BatchContext(true, 3, 0), x);
        double squares = 0;
        for (float value : y) {
            squares += (double) value * value / y.length;
        }
        assertEquals(0.3, Math.sqrt(squares), 0.02);
        float[] again = run(layer, Volume.flat(50), new float[0], new BatchContext(true, 3, 0), x);
        assertArrayEquals(y, again);
        float[] next = run(layer, Volume.flat(50), new float[0], new BatchContext(true, 4, 0), x);
        assertTrue(!Arrays.equals(y, next));
        float[] tail = run(layer, Volume.flat(50), new float[0], new BatchContext(true, 3, 2), x);
        assertEquals(y[100], tail[0], "a sample's noise belongs to its place in the batch");
    }
}
