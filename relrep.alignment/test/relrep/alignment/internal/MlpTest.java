package relrep.alignment.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Anchors;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.model.Epoch;
import relrep.api.model.Regression;
import relrep.api.model.Regressor;
import relrep.api.model.Trainer;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.DynamicChecks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Tests the requests of the aligner to a trainer; whether the network learns is tested where a
 * trainer is provided.
 */
class MlpTest {
    private final List<Regression> asked = new ArrayList<>();

    /** Learns nothing: each image is the constant 1. */
    private final Trainer constant =
            (problem, run) -> {
                asked.add(problem);
                return new Constant(problem.targets().cols());
            };

    private record Constant(int width) implements Regressor {
        @Override
        public Matrix predict(Matrix inputs) {
            float[] ones = new float[inputs.rows() * width];
            Arrays.fill(ones, 1);
            return Matrix.of(inputs.rows(), width, ones);
        }

        @Override
        public List<Epoch> history() {
            return List.of(
                    new Epoch(1, 3, OptionalDouble.empty()),
                    new Epoch(2, 2.5, OptionalDouble.empty()));
        }
    }

    private static final AlignmentProblem PROBLEM =
            new AlignmentProblem(
                    Space.of("a", Matrix.of(3, 3, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9})),
                    Space.of("b", Matrix.of(3, 2, new float[] {1, 1, 9, 9, 1, 4})),
                    Anchors.ofRows(2, 0));

    private Alignment fit(Aligner aligner) {
        return aligner.fit(PROBLEM, Run.quiet(Seed.of(1)));
    }

    @TestFactory
    Stream<DynamicTest> keepsItsContract() {
        return DynamicChecks.of(new Mlp(constant));
    }

    @Test
    void theNetworkOfThePaperIsAskedForAndGivenTheAnchors() {
        fit(new Mlp(constant).with(new Mlp.Options(4, 7, 5, .01)));
        Regression expected =
                new Regression(
                        PROBLEM.sourcePoints(), PROBLEM.targetPoints(), List.of(12, 12), 7, 5, .01);
        assertEquals(List.of(expected), asked);
    }

    /** The targets are (1, 4) and (1, 1), so the ones miss by √(9/4). */
    @Test
    void theFitTellsWhatItDid() {
        Alignment found = fit(new Mlp(constant));
        assertEquals(
                Map.of("pairs", 2.0, "residual", 1.5, "epochs", 2.0, "train-loss", 2.5),
                found.diagnostics());
        String sentence =
                assertThrows(
                                InvalidInputException.class,
                                () -> found.apply(PROBLEM.target().latents()))
                        .getMessage();
        assertEquals("a map of 3 coordinates was given rows with 2", sentence);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        refused("factor must be 1 to 64, not 0", 0, 1, 1, .1);
        refused("epochs must be at least 1, not 0", 1, 0, 1, .1);
        refused("batch-size must be at least 1, not -3", 1, 1, -3, .1);
        refused("learning-rate must be above 0, at most 1, not 0.0", 1, 1, 1, 0);
    }

    private static void refused(String sentence, int factor, int epochs, int batch, double rate) {
        assertEquals(
                sentence,
                assertThrows(
                                InvalidInputException.class,
                                () -> new Mlp.Options(factor, epochs, batch, rate))
                        .getMessage());
    }
}
