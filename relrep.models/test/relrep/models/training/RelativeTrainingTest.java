package relrep.models.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.Similarity;
import relrep.models.layer.Activation;
import relrep.models.layer.AnchorLatents;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.RelativeProjection;
import relrep.models.layer.Stack;
import relrep.models.layer.Volume;
import relrep.similarity.internal.Cosine;
import relrep.similarity.internal.Euclidean;
import relrep.similarity.internal.RobustCosine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Tests training through similarities to anchors that are embedded again and again. */
class RelativeTrainingTest {
    private static final int IN = 5;
    private static final int ROWS = 9;
    private static final int ANCHORS = 4;
    private static final double STEP = 5e-4;

    /** Float32 rounding of a loss of size 1 over twice {@link #STEP}, of the largest gradient. */
    private static final double TOLERANCE = 2e-2;

    private static final Stack ENCODER =
            new Stack(
                    Volume.flat(IN),
                    List.of(new DenseLayer(6), Activation.TANH, new DenseLayer(3)));
    private static final Stack DECODER =
            new Stack(
                    Volume.flat(ANCHORS),
                    List.of(new DenseLayer(6), Activation.TANH, new DenseLayer(IN)));

    private static Matrix points(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[n * IN];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return Matrix.of(n, IN, values);
    }

    private static final Examples EXAMPLES = examples(ROWS, 1);

    private static Examples examples(int n, long seed) {
        Matrix inputs = points(n, seed);
        return new Examples(inputs, new MeanSquares(inputs));
    }

    /** A network through a similarity, with four anchors. */
    private record Whole(Stack stack, Optional<Anchored> anchored) {
        static Whole of(DifferentiableSimilarity similarity, int every) {
            AnchorLatents latents = new AnchorLatents(ANCHORS, similarity);
            Stack projection =
                    new Stack(ENCODER.output(), List.of(new RelativeProjection(latents)));
            return new Whole(
                    ENCODER.then(projection).then(DECODER),
                    Optional.of(new Anchored(ENCODER, points(ANCHORS, 2), every, latents)));
        }

        TrainingResult fit(int samples, int epochs, int lanes, Optional<Examples> validation) {
            Regimen regimen = new Regimen(epochs, 3, 1e-2, 0, 0);
            return new Training(stack, anchored, regimen, lanes)
                    .fit(examples(samples, 1), validation, Run.quiet(Seed.of(6)));
        }
    }

    static Stream<DifferentiableSimilarity> similarities() {
        return Stream.of(new Cosine(), new Euclidean(), new RobustCosine());
    }

    /**
     * The gradients of all parameters are the finite differences of the loss with the anchors'
     * latents where they are; moving these too would give others.
     */
    @ParameterizedTest
    @MethodSource("similarities")
    void gradientsAreFiniteDifferencesWithTheAnchorsHeld(DifferentiableSimilarity similarity) {
        Whole whole = Whole.of(similarity, Integer.MAX_VALUE);
        Weights start = Training.begin(whole.stack(), Seed.of(3));
        try (WorkerPool force =
                new WorkerPool(whole.stack(), whole.anchored(), start, ROWS, 1, 0)) {
            force.learn(EXAMPLES, order(), 0, ROWS, 0);
            float[] gradients = force.gradients().toFloatVector();
            double[] held = differences(force, start, 1);
            double[] moving = differences(force, start, 0);
            double largest = Arrays.stream(held).map(Math::abs).max().getAsDouble();
            double apart = 0;
            for (int i = 0; i < gradients.length; i++) {
                assertEquals(held[i], gradients[i], TOLERANCE * largest, "parameter " + i);
                apart = Math.max(apart, Math.abs(moving[i] - gradients[i]));
            }
            assertTrue(apart > 5 * TOLERANCE * largest, () -> "anchors matter");
        }
    }

    /** At step 0 the anchors are embedded again, at step 1 they are not. */
    private static double[] differences(WorkerPool force, Weights start, long step) {
        double[] differences = new double[start.parameters().length];
        for (int i = 0; i < differences.length; i++) {
            double above = loss(force, start, i, STEP, step);
            double below = loss(force, start, i, -STEP, step);
            differences[i] = (above - below) / (2 * STEP);
        }
        return differences;
    }

    private static double loss(WorkerPool force, Weights start, int at, double by, long step) {
        float[] moved = start.parameters().clone();
        moved[at] += (float) by;
        force.load(new Weights(moved, start.statistics()));
        double loss = force.learn(EXAMPLES, order(), 0, ROWS, step);
        force.load(start);
        if (step == 0) {
            force.learn(EXAMPLES, order(), 0, ROWS, step);
        }
        return loss;
    }

    private static int[] order() {
        int[] order = new int[ROWS];
        Arrays.setAll(order, i -> i);
        return order;
    }

    /** Two epochs of nine samples in batches of three are six steps. */
    @Test
    void anchorsAreEmbeddedEverySoManySteps() {
        assertEquals(6, embeddings(1, Optional.empty()));
        assertEquals(3, embeddings(2, Optional.empty()));
        assertEquals(2, embeddings(4, Optional.empty()));
        assertEquals(1, embeddings(6, Optional.empty()));
    }

    private static long embeddings(int every, Optional<Examples> validation) {
        Watched watched = new Watched();
        Whole.of(watched, every).fit(ROWS, 2, 1, validation);
        Set<Matrix> apart = Collections.newSetFromMap(new IdentityHashMap<>());
        apart.addAll(watched.anchors);
        return apart.size();
    }

    /** Statistics of samples that are looked at are those of the anchors, not of the batch. */
    @Test
    void validationIsCalibratedOnTheAnchors() {
        Watched watched = new Watched();
        Whole.of(watched, 1).fit(ROWS, 2, 1, Optional.of(examples(4, 8)));
        assertEquals(2, watched.calibrations.size());
        watched.calibrations.forEach(batch -> assertEquals(ANCHORS, batch.rows()));
    }

    @ParameterizedTest
    @MethodSource("similarities")
    void lookingChangesNothing(DifferentiableSimilarity similarity) {
        TrainingResult alone = Whole.of(similarity, 4).fit(20, 3, 1, Optional.empty());
        TrainingResult looked = Whole.of(similarity, 4).fit(20, 3, 1, Optional.of(examples(7, 8)));
        assertArrayEquals(alone.weights().parameters(), looked.weights().parameters());
        assertTrue(looked.history().get(2).validationLoss().isPresent());
    }

    /** Lanes add up in another order, which is all that may differ without batch statistics. */
    @Test
    void lanesShareABatchAndComputeTheSame() {
        double alone = last(Whole.of(new Euclidean(), 1).fit(20, 5, 1, Optional.empty()));
        double shared = last(Whole.of(new Euclidean(), 1).fit(20, 5, 2, Optional.empty()));
        assertEquals(alone, shared, 1e-4 * alone);
    }

    @ParameterizedTest
    @MethodSource("similarities")
    void theLossFalls(DifferentiableSimilarity similarity) {
        TrainingResult fitted = Whole.of(similarity, 1).fit(30, 40, 1, Optional.empty());
        double first = fitted.history().get(0).trainLoss();
        assertTrue(last(fitted) < 0.75 * first, () -> first + " to " + last(fitted));
    }

    private static double last(TrainingResult fitted) {
        return fitted.history().get(fitted.history().size() - 1).trainLoss();
    }

    /** A distance that records its inputs. */
    private static final class Watched implements DifferentiableSimilarity {
        private final Euclidean euclidean = new Euclidean();
        private final List<Matrix> anchors = new ArrayList<>();
        private final List<Matrix> calibrations = new ArrayList<>();

        @Override
        public Matrix compare(Matrix points, Matrix to) {
            anchors.add(to);
            return euclidean.compare(points, to);
        }

        @Override
        public Matrix pullBack(Matrix points, Matrix to, Matrix gradient) {
            return euclidean.pullBack(points, to, gradient);
        }

        @Override
        public Similarity calibrate(Matrix batch) {
            calibrations.add(batch);
            return euclidean;
        }

        @Override
        public Set<Invariance> invariances() {
            return euclidean.invariances();
        }
    }
}
