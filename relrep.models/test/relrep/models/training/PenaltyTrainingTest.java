package relrep.models.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.PenaltyValue;
import relrep.api.model.Sampling;
import relrep.api.model.Sampling.Source;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.models.layer.Activation;
import relrep.models.layer.AnchorLatents;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.Dropout;
import relrep.models.layer.RelativeProjection;
import relrep.models.layer.Stack;
import relrep.models.layer.Volume;
import relrep.similarity.internal.RobustCosine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Tests training with penalties on the latents and on their similarities to anchors. */
class PenaltyTrainingTest {
    private static final int IN = 5;
    private static final int ROWS = 9;
    private static final int ANCHORS = 4;
    private static final double STEP = 5e-4;

    /** Float32 rounding of a loss of size 1 over twice {@link #STEP}, of the largest gradient. */
    private static final double TOLERANCE = 2e-2;

    private static final Labels LABELS = Labels.of(0, 1, 2, 0, 1, 0, 0, 1, 0);

    /** The activation on top of the latents overwrites them, so that a tap must copy. */
    private static final Stack ENCODER =
            new Stack(
                    Volume.flat(IN),
                    List.of(
                            new DenseLayer(6),
                            Activation.TANH,
                            new Dropout(0.3),
                            new DenseLayer(3)));

    private static Stack decoder(int width) {
        return new Stack(
                Volume.flat(width),
                List.of(Activation.TANH, new DenseLayer(6), Activation.TANH, new DenseLayer(IN)));
    }

    private static Matrix points(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[n * IN];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return Matrix.of(n, IN, values);
    }

    private static final Matrix POINTS = points(ROWS, 1);
    private static final Examples EXAMPLES = new Examples(POINTS, new MeanSquares(POINTS));

    /** Sums of squares of the latents, and of the similarities where there are any. */
    private static final class Squares implements Penalty {
        private final Sampling sampling;
        private final float weight;
        private final List<PenaltyBatch> seen = new ArrayList<>();

        Squares(Sampling sampling, double weight) {
            this.sampling = sampling;
            this.weight = (float) weight;
        }

        @Override
        public Sampling sampling() {
            return sampling;
        }

        @Override
        public PenaltyValue measure(PenaltyBatch batch) {
            seen.add(batch);
            double value =
                    squares(batch.latents()) + batch.relative().map(this::squares).orElse(0.);
            return new PenaltyValue(
                    value, twice(batch.latents()), batch.relative().map(this::twice));
        }

        private double squares(Matrix matrix) {
            double sum = 0;
            for (float value : matrix.toArray()) {
                sum += (double) weight * value * value;
            }
            return sum;
        }

        private Matrix twice(Matrix matrix) {
            float[] values = matrix.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] *= 2 * weight;
            }
            return Matrix.of(matrix.rows(), matrix.cols(), values);
        }
    }

    /** A network with penalties, through a similarity with statistics or not. */
    private record Whole(Stack stack, Optional<Anchored> anchored, Penalised penalised) {
        static Whole of(boolean relative, Penalty... penalties) {
            Penalised penalised = new Penalised(ENCODER, List.of(penalties), Optional.of(LABELS));
            if (!relative) {
                return new Whole(ENCODER.then(decoder(3)), Optional.empty(), penalised);
            }
            AnchorLatents latents = new AnchorLatents(ANCHORS, new RobustCosine());
            Stack projection =
                    new Stack(ENCODER.output(), List.of(new RelativeProjection(latents)));
            Anchored anchored =
                    new Anchored(ENCODER, points(ANCHORS, 2), Integer.MAX_VALUE, latents);
            return new Whole(
                    ENCODER.then(projection).then(decoder(ANCHORS)),
                    Optional.of(anchored),
                    penalised);
        }

        WorkerPool pool(Weights start) {
            return new WorkerPool(
                    stack,
                    anchored,
                    Optional.of(penalised.during(Seed.of(4), 10)),
                    ROWS,
                    start,
                    ROWS,
                    1,
                    0);
        }

        TrainingResult fit(int epochs, int lanes) {
            Regimen regimen = new Regimen(epochs, 3, 1e-2, 0, 0);
            return new Training(stack, anchored, Optional.of(penalised), regimen, lanes)
                    .fit(EXAMPLES, Optional.empty(), Run.quiet(Seed.of(6)));
        }

        float[] plain(int epochs) {
            Regimen regimen = new Regimen(epochs, 3, 1e-2, 0, 0);
            return new Training(stack, anchored, regimen, 1)
                    .fit(EXAMPLES, Optional.empty(), Run.quiet(Seed.of(6)))
                    .weights()
                    .parameters();
        }
    }

    static Stream<Sampling> samplings() {
        return Stream.of(
                Sampling.TRAINING_BATCH,
                new Sampling(Source.MIXED, 100, 1),
                new Sampling(Source.EACH_CLASS, 100, 1));
    }

    /** Batches of all samples, or of whole classes, are the same ones at each step. */
    @ParameterizedTest
    @MethodSource("samplings")
    void gradientsAreFiniteDifferencesWithTheAnchorsHeld(Sampling sampling) {
        for (boolean relative : new boolean[] {false, true}) {
            Whole whole = Whole.of(relative, new Squares(sampling, 0.3));
            Weights start = Training.begin(whole.stack(), Seed.of(3));
            try (WorkerPool pool = whole.pool(start)) {
                pool.learn(EXAMPLES, order(), 0, ROWS, 0);
                double loss = pool.learn(EXAMPLES, order(), 0, ROWS, 1);
                float[] gradients = pool.gradients().toFloatVector();
                double largest = 0;
                for (float gradient : gradients) {
                    largest = Math.max(largest, Math.abs(gradient));
                }
                for (int i = 0; i < gradients.length; i++) {
                    double difference =
                            (loss(pool, start, i, STEP) - loss(pool, start, i, -STEP)) / (2 * STEP);
                    assertEquals(difference, gradients[i], TOLERANCE * largest, "parameter " + i);
                }
                Whole none = Whole.of(relative, new Squares(sampling, 0));
                try (WorkerPool plain = none.pool(start)) {
                    plain.learn(EXAMPLES, order(), 0, ROWS, 0);
                    double least = plain.learn(EXAMPLES, order(), 0, ROWS, 1);
                    assertTrue(loss > least + 0.1, "the penalty is part of the loss");
                }
            }
        }
    }

    private static double loss(WorkerPool pool, Weights start, int at, double by) {
        float[] moved = start.parameters().clone();
        moved[at] += (float) by;
        pool.load(new Weights(moved, start.statistics()));
        double loss = pool.learn(EXAMPLES, order(), 0, ROWS, 1);
        pool.load(start);
        return loss;
    }

    private static int[] order() {
        int[] order = new int[ROWS];
        Arrays.setAll(order, i -> i);
        return order;
    }

    @ParameterizedTest
    @MethodSource("samplings")
    void aPenaltyOfZeroChangesNoByte(Sampling sampling) {
        for (boolean relative : new boolean[] {false, true}) {
            Whole whole = Whole.of(relative, new Squares(sampling, 0));
            assertArrayEquals(whole.plain(4), whole.fit(4, 1).weights().parameters());
        }
    }

    @ParameterizedTest
    @MethodSource("samplings")
    void theSameSeedGivesTheSameBytesAndLanesShareABatch(Sampling sampling) {
        Whole whole = Whole.of(false, new Squares(sampling, 0.1));
        for (int lanes = 1; lanes <= 2; lanes++) {
            assertArrayEquals(
                    whole.fit(4, lanes).weights().parameters(),
                    whole.fit(4, lanes).weights().parameters());
        }
        double alone = last(whole.fit(4, 1));
        assertEquals(alone, last(whole.fit(4, 2)), 1e-4 * alone);
    }

    private static double last(TrainingResult fitted) {
        return fitted.history().get(fitted.history().size() - 1).trainLoss();
    }

    @Test
    void theTrainingBatchIsSeenWholeAndInOrder() {
        Squares squares = new Squares(Sampling.TRAINING_BATCH, 0.1);
        Whole.of(true, squares).fit(2, 2);
        assertEquals(6, squares.seen.size());
        for (int step = 0; step < 6; step++) {
            PenaltyBatch batch = squares.seen.get(step);
            assertEquals(step, batch.step());
            assertEquals(6, batch.steps());
            assertEquals(3, batch.latents().rows());
            assertEquals(3, batch.latents().cols());
            assertEquals(ANCHORS, batch.relative().orElseThrow().cols());
            assertEquals(3, batch.labels().orElseThrow().size());
        }
    }

    @Test
    void batchesOfOneClassAreDrawnAsOftenAsAsked() {
        Squares squares = new Squares(new Sampling(Source.ONE_CLASS, 3, 2), 0.1);
        Whole.of(true, squares).fit(40, 1);
        assertEquals(60, squares.seen.size());
        boolean[] drawn = new boolean[3];
        for (PenaltyBatch batch : squares.seen) {
            int[] labels = batch.labels().orElseThrow().toArray();
            assertEquals(1, Arrays.stream(labels).distinct().count());
            assertEquals(Math.min(3, LABELS.rowsOf(labels[0]).length), batch.size());
            assertEquals(0, batch.step() % 2);
            drawn[labels[0]] = true;
        }
        assertArrayEquals(new boolean[] {true, true, true}, drawn);
    }

    @Test
    void eachClassGivesABatch() {
        Squares squares = new Squares(new Sampling(Source.EACH_CLASS, 2, 1), 0.1);
        Whole.of(false, squares).fit(1, 1);
        int[] classes =
                squares.seen.stream().mapToInt(b -> b.labels().orElseThrow().get(0)).toArray();
        assertArrayEquals(new int[] {0, 1, 2, 0, 1, 2, 0, 1, 2}, classes);
    }

    /** Dropout at work would give other latents for the same sample. */
    @Test
    void drawnBatchesPassTheEncoderAsInInference() {
        Squares squares = new Squares(new Sampling(Source.MIXED, 100, 1), 0);
        Whole whole = Whole.of(false, squares);
        Weights start = Training.begin(whole.stack(), Seed.of(3));
        try (WorkerPool pool = whole.pool(start)) {
            pool.learn(EXAMPLES, order(), 0, ROWS, 0);
            pool.learn(EXAMPLES, order(), 0, ROWS, 1);
        }
        assertEquals(norms(squares.seen.get(0)), norms(squares.seen.get(1)));
    }

    /** Returns the norms of the rows, in rising order, since batches are drawn in any order. */
    private static List<Float> norms(PenaltyBatch batch) {
        List<Float> norms = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            float sum = 0;
            for (float value : batch.latents().row(i)) {
                sum += value * value;
            }
            norms.add(Math.round(sum * 1e4f) / 1e4f);
        }
        return norms.stream().sorted().toList();
    }
}
