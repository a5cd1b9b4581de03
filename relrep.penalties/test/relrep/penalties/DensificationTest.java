package relrep.penalties;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.PenaltyValue;
import relrep.api.model.Sampling;
import relrep.api.model.Sampling.Source;
import relrep.api.run.InvalidInputException;
import relrep.api.tck.DynamicChecks;
import relrep.penalties.Densification.Options;
import relrep.penalties.Densification.Where;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class DensificationTest {
    private static final Densification DEFAULT = new Densification();

    /** Edges 3 (0 to 1), 4 (1 to 2) and 12 (2 to 3); the way from 0 to 2 is 5. */
    private static final Matrix POINTS = Matrix.of(4, 2, 0, 0, 3, 0, 3, 4, 15, 4);

    private static Densification with(
            double beta, double lambda, Where where, Form form, Distance distance) {
        Options o = DEFAULT.options();
        return (Densification)
                DEFAULT.with(
                        new Options(
                                beta,
                                lambda,
                                where,
                                o.weights(),
                                form,
                                distance,
                                Schedule.CONSTANT,
                                1,
                                Distance.L2,
                                o.batches(),
                                o.size(),
                                o.every()));
    }

    private static PenaltyBatch batch(Matrix latents, Optional<Matrix> relative) {
        int[] labels = new int[latents.rows()];
        return new PenaltyBatch(latents, relative, Optional.of(Labels.of(labels)), 0, 8);
    }

    private static PenaltyValue measure(Densification densification, Matrix latents) {
        return densification.measure(batch(latents, Optional.empty()));
    }

    @TestFactory
    Stream<DynamicTest> keepsItsContract() {
        return DynamicChecks.of(DEFAULT);
    }

    @TestFactory
    Stream<DynamicTest> keepsItsContractOnBoth() {
        return Stream.of(Form.values())
                .flatMap(form -> DynamicChecks.of(with(1.5, 2, Where.BOTH, form, Distance.LINF)));
    }

    /** Of the death times 3, 4 and 12: |−1| + 0 + 8, 1 + 64, 0 + 0 + 8. */
    @ParameterizedTest
    @CsvSource({"ABS, 9", "SQUARE, 65", "HINGE, 8"})
    void theValueIsTheSumOverTheDeathTimes(Form form, double sum) {
        Densification densification = with(4, 0.5, Where.PRE, form, Distance.L2);
        assertEquals(0.5 * sum, measure(densification, POINTS).value(), 1e-12);
    }

    /** β = 3.5: the edge of 3 is pushed apart, those of 4 and 12 are pulled together. */
    @Test
    void theGradientIsThatOfTheEdges() {
        Densification densification = with(3.5, 2, Where.PRE, Form.ABS, Distance.L2);
        assertArrayEquals(
                new float[] {2, 0, -2, -2, -2, 2, 2, 0},
                measure(densification, POINTS).latents().toArray(),
                1e-6f);
    }

    /** From 0 to 2 it is 4 as well, but 0 and 1 are joined by 3 before, and 1 and 2 by 4. */
    @Test
    void theLargestCoordinateDecidesWithLinf() {
        Matrix points = Matrix.of(3, 2, 0, 0, 3, 1, 4, 7);
        Densification densification = with(0, 1, Where.PRE, Form.ABS, Distance.LINF);
        PenaltyValue value = measure(densification, points);
        assertEquals(3 + 6, value.value(), 1e-12);
        assertArrayEquals(new float[] {-1, 0, 1, -1, 0, 1}, value.latents().toArray(), 1e-6f);
    }

    /** 0.1 of the sum before the relative map, 0.9 of that after it, where β is 1. */
    @Test
    void bothPlacesAreWeighed() {
        Densification both = with(4, 1, Where.BOTH, Form.ABS, Distance.L2);
        Matrix relative = Matrix.of(4, 1, 0, 2, 3, 7);
        PenaltyValue value = both.measure(batch(POINTS, Optional.of(relative)));
        assertEquals(0.1 * 9 + 0.9 * (1 + 0 + 3), value.value(), 1e-12);
        assertArrayEquals(
                new float[] {-0.9f, 0.9f, -0.9f, 0.9f},
                value.relative().orElseThrow().toArray(),
                1e-6f);
        Densification post = with(4, 1, Where.POST, Form.ABS, Distance.L2);
        PenaltyValue after = post.measure(batch(POINTS, Optional.of(relative)));
        assertEquals(1 + 0 + 3, after.value(), 1e-12);
        assertArrayEquals(new float[8], after.latents().toArray());
    }

    @Test
    void theWeightRisesInFourCyclesOverThreeQuarters() {
        double[] expected = {0, 1 / 3., 2 / 3., 1, 0, 1 / 3., 2 / 3., 1};
        for (int step = 0; step < expected.length; step++) {
            assertEquals(expected[step], Schedule.CYCLIC.share(step, 16), 1e-12);
            assertEquals(1, Schedule.CONSTANT.share(step, 16));
        }
    }

    @Test
    void aWeightOfZeroIsNoPenalty() {
        PenaltyValue value = measure(with(4, 0, Where.PRE, Form.ABS, Distance.L2), POINTS);
        assertEquals(0, value.value());
        for (float gradient : value.latents().toArray()) {
            assertEquals(0, gradient);
        }
    }

    /** Equal points die at once, in no direction, and a single one does not die. */
    @Test
    void equalPointsAndASingleOneHaveNoGradient() {
        Densification densification = with(4, 1, Where.PRE, Form.SQUARE, Distance.L2);
        PenaltyValue equal = measure(densification, Matrix.of(3, 2, 5, 5, 5, 5, 5, 5));
        assertEquals(2 * 16, equal.value());
        assertArrayEquals(new float[6], equal.latents().toArray());
        assertEquals(0, measure(densification, Matrix.of(1, 2, 5, 5)).value());
    }

    @Test
    void publishedSettingsAreTheDefaults() {
        Options options = DEFAULT.options();
        assertEquals(3, options.beta());
        assertEquals(0.02, options.lambda());
        assertEquals(List.of(0.1, 0.9), options.weights());
        assertEquals(1 - Math.cos(Math.toRadians(25)), options.betaPost(), 1e-4);
        assertEquals(new Sampling(Source.EACH_CLASS, 16, 1), DEFAULT.sampling());
        assertTrue(DEFAULT.needsLabels());
        assertFalse(DEFAULT.needsRelative());
        assertTrue(with(4, 1, Where.BOTH, Form.ABS, Distance.L2).needsRelative());
    }

    @Test
    void wrongOptionsAreRefused() {
        assertEquals(
                "beta must be 0 to 1000000, not -1.0",
                refusal(() -> with(-1, 1, Where.PRE, Form.ABS, Distance.L2)));
        Options o = DEFAULT.options();
        assertEquals(
                "weights must be two, of pre and of post, not 1: [1.0]",
                refusal(
                        () ->
                                new Options(
                                        1,
                                        1,
                                        Where.BOTH,
                                        List.of(1.0),
                                        Form.ABS,
                                        Distance.L2,
                                        Schedule.CONSTANT,
                                        1,
                                        Distance.L2,
                                        o.batches(),
                                        16,
                                        1)));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(InvalidInputException.class, call).getMessage();
    }
}
