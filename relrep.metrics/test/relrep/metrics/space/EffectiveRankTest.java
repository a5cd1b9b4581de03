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

import java.util.stream.Stream;

class EffectiveRankTest {
    @TestFactory
    Stream<DynamicTest> keepsItsContract() {
        return DynamicChecks.of(new EffectiveRank());
    }

    private static Score of(int n, int d, float... values) {
        Space space = Space.of("a", Matrix.of(n, d, values));
        return new EffectiveRank().measure(space, Run.quiet(Seed.of(1)));
    }

    @Test
    void aCrossOfEqualArmsHasTwoDirectionsAndALineOne() {
        assertEquals(2, of(4, 3, 6, 5, 0, 4, 5, 0, 5, 6, 0, 5, 4, 0).value(), 1e-9);
        assertEquals(1, of(3, 3, 1, 1, 1, 2, 2, 2, 3, 3, 3).value(), 1e-9);
    }

    /** Arms of 3 and 1: p is 3/4 and 1/4, variance 9/10 and 1/10. */
    @Test
    void unequalArmsByHand() {
        Score score = of(4, 2, 3, 0, -3, 0, 0, 1, 0, -1);
        double entropy = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
        assertEquals(Math.exp(entropy), score.value(), 1e-9);
        assertEquals(1, score.details().get("directions of 90 % of the variance"));
        assertEquals(2, score.details().get("directions of 99 % of the variance"));
    }

    @Test
    void equalRowsAreRefused() {
        assertEquals(
                "the rows of a space must differ, but those of 'a' are all equal",
                assertThrows(InvalidInputException.class, () -> of(3, 2, .1f, 7, .1f, 7, .1f, 7))
                        .getMessage());
    }
}
