package relrep.metrics.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.Score;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.DynamicChecks;

import java.util.List;
import java.util.stream.Stream;

class DeathTimesTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    @TestFactory
    Stream<DynamicTest> keepsItsContract() {
        return DynamicChecks.of(new DeathTimes());
    }

    @Test
    void sixPoints() {
        Matrix x = Matrix.of(6, 2, 1, .2f, .9f, .5f, .1f, 1, -.7f, .8f, -1, -.3f, .4f, -.9f);
        double sum = .316227766 + .824621125 + .943398113 + 1.140175425 + 1.252996409;
        assertEquals(sum / 5, measure(x).value(), 1e-6);
    }

    /** Two corners: four edges of 1 and one of √41. */
    @Test
    void twoCorners() {
        Score score = measure(Matrix.of(6, 2, 0, 0, 0, 1, 1, 0, 5, 5, 5, 6, 6, 5));
        assertEquals((4 + Math.sqrt(41)) / 5, score.value(), 1e-12);
        assertEquals(
                List.of("smallest", "lower quartile", "median", "upper quartile", "largest"),
                List.copyOf(score.details().keySet()));
        assertEquals(1, score.details().get("upper quartile"));
        assertEquals(Math.sqrt(41), score.details().get("largest"), 1e-12);
    }

    /** Deaths 1, 2, 4: the median is 2, the quartiles lie half way to it. */
    @Test
    void quartilesLieBetween() {
        Score score = measure(Matrix.of(4, 1, 0, 1, 3, 7));
        assertEquals(1.5, score.details().get("lower quartile"));
        assertEquals(2, score.details().get("median"));
        assertEquals(3, score.details().get("upper quartile"));
    }

    @Test
    void onePointDoesNotMerge() {
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> measure(Matrix.of(1, 2, 3, 4)));
        assertEquals("at least 2 samples are needed, 'x' has 1", refused.getMessage());
    }

    private static Score measure(Matrix points) {
        return new DeathTimes().measure(Space.of("x", points), RUN);
    }
}
