package relrep.metrics.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.Score;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.Map;
import java.util.Optional;

class OutputMetricsTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    /** Predicted 0, 0 (a tie), 2, 1, 0; the truth is 0, 1, 2, 1, 2. */
    private static final Matrix SCORES =
            Matrix.of(5, 3, 2, 1, 0, 1, 1, 0, 0, 1, 2, -3, -1, -2, 5, 4, 4);

    private static final Samples TRUTH =
            new Samples(
                    Matrix.of(5, 1, 0, 0, 0, 0, 0),
                    Shape.vector(1),
                    Optional.of(Labels.of(0, 1, 2, 1, 2)));

    /** Errors 1, 3 and 0, 4: means 5 and 8 of two coordinates, 6.5 of all. */
    @Test
    void squaredErrorsByHand() {
        Samples truth = new Samples(Matrix.of(2, 2, 1, 2, 3, 4), Shape.vector(2), Optional.empty());
        Score score = new Mse().measure(Matrix.of(2, 2, 2, 5, 3, 0), truth, RUN);
        assertEquals(6.5, score.value());
        assertArrayEquals(new float[] {5, 8}, score.perSample());
    }

    @Test
    void accuracyByHand() {
        Score score = new Accuracy().measure(SCORES, TRUTH, RUN);
        assertEquals(.6, score.value());
        assertArrayEquals(new float[] {1, 0, 1, 1, 0}, score.perSample());
        assertEquals(.4, new Accuracy().chance(TRUTH).orElseThrow());
    }

    /** Class 0: 2·1/(3+1); 1: 2·1/(1+2); 2: 2·1/(1+2); weights 1, 2, 2 of 5. */
    @Test
    void f1ByHand() {
        Score score = new F1().measure(SCORES, TRUTH, RUN);
        assertEquals((.5 + 2 * (2 / 3.) + 2 * (2 / 3.)) / 5, score.value(), 1e-15);
        assertEquals(Map.of("class 0", .5, "class 1", 2 / 3., "class 2", 2 / 3.), score.details());
    }

    @Test
    void missesByHand() {
        Score score = new Mae().measure(SCORES, TRUTH, RUN);
        assertEquals(3 / 5., score.value());
        assertArrayEquals(new float[] {0, 1, 0, 0, 2}, score.perSample());
        assertEquals((1 + 2 * 2 / 3. + 2) / 5, new Mae().chance(TRUTH).orElseThrow(), 1e-15);
    }

    @Test
    void shapesMustFit() {
        assertRefused(
                "scores must be 5 × 3, one row a sample and one column a class, not 5 × 2",
                new Accuracy(),
                Matrix.of(5, 2, new float[10]));
        assertRefused(
                "reconstructions must have the shape of the truth, 5 × 1, not 4 × 1",
                new Mse(),
                Matrix.of(4, 1, new float[4]));
    }

    @Test
    void whatIsNotFiniteIsRefusedWithItsPlace() {
        assertRefused(
                "the reconstructions must be finite numbers, but row 3, column 0 is Infinity",
                new Mse(),
                Matrix.of(5, 1, 0, 0, 0, Float.POSITIVE_INFINITY, 0));
        float[] scores = SCORES.toArray();
        scores[4] = Float.NaN;
        assertRefused(
                "the scores must be finite numbers, but row 1, column 1 is NaN",
                new F1(),
                Matrix.of(5, 3, scores));
    }

    private static void assertRefused(String sentence, OutputMetric metric, Matrix outputs) {
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class, () -> metric.measure(outputs, TRUTH, RUN));
        assertEquals(sentence, refused.getMessage());
    }
}
