package relrep.models.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Matrix;
import relrep.api.model.Epoch;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.models.layer.Activation;
import relrep.models.layer.BatchNorm;
import relrep.models.layer.Convolution;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.Dropout;
import relrep.models.layer.LayerNorm;
import relrep.models.layer.Patching;
import relrep.models.layer.Pointwise;
import relrep.models.layer.Positions;
import relrep.models.layer.Residual;
import relrep.models.layer.SelfAttention;
import relrep.models.layer.Stack;
import relrep.models.layer.TransposedConvolution;
import relrep.models.layer.Volume;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

@Tag("slow")
class TrainingTest {
    private static final Stack NETWORK =
            new Stack(
                    new Volume(8, 8, 1),
                    List.of(
                            new Convolution(8, 3, 2, 1),
                            new BatchNorm(),
                            Activation.RELU,
                            new Dropout(0.1),
                            new TransposedConvolution(1, 4, 2, 1),
                            Activation.SIGMOID));

    private static Run run(long seed) {
        return Run.quiet(Seed.of(seed));
    }

    /** Smooth pictures of 8 × 8. */
    private static Examples pictures(int n) {
        SplittableRandom random = new SplittableRandom(4);
        float[] values = new float[n * 64];
        for (int i = 0; i < n; i++) {
            double x = random.nextDouble(8);
            double y = random.nextDouble(8);
            for (int p = 0; p < 64; p++) {
                double d = Math.hypot(p % 8 - x, Math.floorDiv(p, 8) - y);
                values[i * 64 + p] = (float) Math.exp(-d * d / 4);
            }
        }
        Matrix inputs = Matrix.of(n, 64, values);
        return new Examples(inputs, new MeanSquares(inputs));
    }

    private static Regimen epochs(int epochs) {
        return new Regimen(epochs, 16, 1e-2, 0, 0);
    }

    private static TrainingResult train(int lanes, long seed) {
        return new Training(NETWORK, epochs(4), lanes)
                .fit(pictures(75), Optional.of(pictures(20)), run(seed));
    }

    @Test
    void theLossFalls() {
        List<Epoch> history = train(1, 1).history();
        assertTrue(history.get(3).trainLoss() < 0.6 * history.get(0).trainLoss(), "" + history);
        double looked = history.get(3).validationLoss().getAsDouble();
        assertTrue(looked < history.get(0).validationLoss().getAsDouble(), "" + history);
    }

    @Test
    void theSameSeedGivesTheSameBytesForAnyNumberOfLanes() {
        for (int lanes = 1; lanes <= 3; lanes++) {
            TrainingResult first = train(lanes, 1);
            TrainingResult second = train(lanes, 1);
            assertArrayEquals(first.weights().parameters(), second.weights().parameters());
            assertArrayEquals(first.weights().statistics(), second.weights().statistics());
            assertEquals(first.history(), second.history());
        }
    }

    @Test
    void anotherSeedGivesAnotherNetwork() {
        float[] first = train(1, 1).weights().parameters();
        assertFalse(Arrays.equals(first, train(1, 2).weights().parameters()));
    }

    /** Lanes add up in another order, which is all that may differ; 75 leaves a batch of 11. */
    @Test
    void lanesShareABatchAndComputeTheSame() {
        TrainingResult alone = train(1, 1);
        for (int lanes : new int[] {2, 3}) {
            List<Epoch> history = train(lanes, 1).history();
            for (int i = 0; i < 4; i++) {
                double loss = alone.history().get(i).trainLoss();
                assertEquals(loss, history.get(i).trainLoss(), 1e-3 * loss, "epoch " + i);
            }
        }
    }

    /** A last batch of one sample, shared by three lanes, leaves two of them without any. */
    @Test
    void aBatchMayBeSmallerThanTheLanes() {
        Examples few = pictures(17);
        TrainingResult alone =
                new Training(NETWORK, epochs(2), 1).fit(few, Optional.empty(), run(1));
        TrainingResult three =
                new Training(NETWORK, epochs(2), 3).fit(few, Optional.empty(), run(1));
        double loss = alone.history().get(1).trainLoss();
        assertEquals(loss, three.history().get(1).trainLoss(), 1e-3 * loss);
    }

    /** Adam's first step is the learning rate in the direction of the gradient's sign. */
    @Test
    void adamBeginsWithTheLearningRate() {
        Stack stack = new Stack(Volume.flat(1), List.of(new DenseLayer(1)));
        Matrix inputs = Matrix.of(1, 1, 2f);
        Examples examples = new Examples(inputs, new MeanSquares(Matrix.of(1, 1, 10f)));
        Weights first = new Weights(new float[] {1, 0}, new float[0]);
        Weights trained =
                new Training(stack, new Regimen(1, 1, 0.25, 0, 0), 1)
                        .fit(first, e -> new int[] {0}, examples, Optional.empty(), run(1))
                        .weights();
        assertArrayEquals(new float[] {1.25f, 0.25f}, trained.parameters(), 1e-6f);
    }

    /** Where the data say nothing, the penalty pulls a weight of 3 down by the learning rate. */
    @Test
    void weightDecayPullsWeightsTowardsZero() {
        Stack stack = new Stack(Volume.flat(1), List.of(new DenseLayer(1)));
        Examples examples = new Examples(Matrix.of(1, 1, 0f), new MeanSquares(Matrix.of(1, 1, 0f)));
        Weights first = new Weights(new float[] {3, 0}, new float[0]);
        Weights trained =
                new Training(stack, new Regimen(1, 1, 0.5, 0.1, 0), 1)
                        .fit(first, e -> new int[] {0}, examples, Optional.empty(), run(1))
                        .weights();
        assertArrayEquals(new float[] {2.5f, 0}, trained.parameters(), 1e-5f);
    }

    /** One sample pulls training away from the validation sample: the first epoch stays best. */
    @Test
    void earlyStoppingTakesTheBestWeights() {
        Stack stack = new Stack(Volume.flat(1), List.of(new DenseLayer(1)));
        Matrix one = Matrix.of(1, 1, 1f);
        Examples train = new Examples(one, new MeanSquares(Matrix.of(1, 1, 100f)));
        Examples validation = new Examples(one, new MeanSquares(Matrix.of(1, 1, 1f)));
        Weights first = new Weights(new float[] {0, 0}, new float[0]);
        TrainingResult fitted =
                new Training(stack, new Regimen(50, 1, 0.5, 0, 3), 1)
                        .fit(first, e -> new int[] {0}, train, Optional.of(validation), run(1));
        // the output is 1 after the first step of 0.5 in weight and bias, then leaves
        assertEquals(4, fitted.history().size());
        assertArrayEquals(new float[] {0.5f, 0.5f}, fitted.weights().parameters(), 1e-5f);
    }

    @Test
    void earlyStoppingNeedsValidationSamples() {
        Training training = new Training(NETWORK, new Regimen(5, 16, 1e-3, 0, 3), 1);
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> training.fit(pictures(5), Optional.empty(), run(1)));
        assertEquals(
                "early stopping (patience=3) needs validation samples, and there are none",
                refused.getMessage());
    }

    @Test
    void aLossThatIsNoNumberEndsTraining() {
        Matrix inputs = Matrix.of(1, 1, 1e30f);
        Examples examples = new Examples(inputs, new MeanSquares(inputs));
        Stack stack = new Stack(Volume.flat(1), List.of(new DenseLayer(1)));
        ArithmeticException thrown =
                assertThrows(
                        ArithmeticException.class,
                        () ->
                                new Training(stack, epochs(1), 1)
                                        .fit(examples, Optional.empty(), run(1)));
        assertTrue(thrown.getMessage().startsWith("the training loss must stay finite"));
    }

    /** Parameters of 4 MB and scratch. */
    private static Stack wide() {
        return new Stack(Volume.flat(64), List.of(new DenseLayer(8000), new DenseLayer(64)));
    }

    /** Weights and values of 64 tokens in 16 heads, 8 MB and more. */
    private static Stack attentive() {
        Volume picture = new Volume(8, 8, 1);
        return new Stack(
                picture,
                List.of(
                        new Patching(picture, 1, true),
                        new Pointwise(64),
                        new Positions(),
                        new Residual(new LayerNorm(), new SelfAttention(16)),
                        new Residual(new LayerNorm(), new SelfAttention(16)),
                        new Pointwise(1),
                        new Patching(picture, 1, false)));
    }

    static Stream<Stack> large() {
        return Stream.of(wide(), attentive());
    }

    /**
     * Fifty times: what stays must be less than one training. Fifty before that let the heap and
     * the compiler take what they take once.
     */
    @ParameterizedTest
    @MethodSource("large")
    void fiftyTrainingsLeaveNoMemoryBehind(Stack stack) {
        Training training = new Training(stack, new Regimen(1, 16, 1e-3, 0, 0), 2);
        Examples few = pictures(16);
        for (int i = 0; i < 50; i++) {
            training.fit(few, Optional.empty(), run(i));
        }
        long tracked = Pointer.totalBytes();
        System.gc();
        long before = Pointer.physicalBytes();
        for (int i = 0; i < 50; i++) {
            training.fit(few, Optional.empty(), run(i));
        }
        System.gc();
        assertEquals(
                (double) tracked,
                (double) Pointer.totalBytes(),
                1 << 20,
                "bytes that JavaCPP knows of");
        long grown = Pointer.physicalBytes() - before;
        assertTrue(grown < 40L << 20, "resident memory grew by " + grown);
    }
}
