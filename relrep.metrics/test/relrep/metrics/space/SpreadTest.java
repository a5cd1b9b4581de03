package relrep.metrics.space;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.Score;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.DynamicChecks;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;

class SpreadTest {
    @TestFactory
    Stream<DynamicTest> keepsItsContract() {
        return DynamicChecks.of(new Spread());
    }

    private static Score of(int n, int d, float... values) {
        Space space = Space.of("a", Matrix.of(n, d, values));
        return new Spread().measure(space, Run.quiet(Seed.of(1)));
    }

    /** (0,1), (2,1), (4,4): means 2 and 2, variances 8/3 and 2, so the root of 7/3. */
    @Test
    void byHand() {
        assertEquals(Math.sqrt(7 / 3.0), of(3, 2, 0, 1, 2, 1, 4, 4).value(), 1e-12);
    }

    /** Cosines with a fixed direction in d dimensions have a deviation of 1 / √d. */
    @Test
    void cosinesOfACloudSpreadByTheRootOfTheDimension() {
        RandomGenerator random = Seed.of(3).random();
        int n = 20_000;
        int d = 24;
        float[] cosines = new float[n];
        for (int i = 0; i < n; i++) {
            double first = random.nextGaussian();
            double squares = first * first;
            for (int j = 1; j < d; j++) {
                double next = random.nextGaussian();
                squares += next * next;
            }
            cosines[i] = (float) (first / Math.sqrt(squares));
        }
        assertEquals(1 / Math.sqrt(d), of(n, 1, cosines).value(), 0.004);
    }
}
