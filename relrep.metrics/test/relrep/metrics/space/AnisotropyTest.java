package relrep.metrics.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class AnisotropyTest {
    @TestFactory
    Stream<DynamicTest> keepsItsContract() {
        return DynamicChecks.of(new Anisotropy());
    }

    private static Score of(int n, int d, float... values) {
        Space space = Space.of("a", Matrix.of(n, d, values));
        return new Anisotropy().measure(space, Run.quiet(Seed.of(1)));
    }

    /** (1,0), (0,2), (3,4), (0,0): cosines 0, .6, 0, .8, 0, 0 of six pairs, 1.4 / 6. */
    @Test
    void byHand() {
        Score score = of(4, 2, 1, 0, 0, 2, 3, 4, 0, 0);
        assertEquals(1.4 / 6, score.value(), 1e-12);
        assertEquals(1.4 / 3, score.perSample()[2], 1e-7);
        assertEquals(0, score.perSample()[3]);
    }

    @Test
    void aConeIsNarrowAndACloudIsNot() {
        RandomGenerator random = Seed.of(2).random();
        float[] cloud = new float[500 * 20];
        float[] cone = new float[500 * 20];
        for (int i = 0; i < cloud.length; i++) {
            cloud[i] = (float) random.nextGaussian();
            cone[i] = cloud[i] + 2;
        }
        assertTrue(Math.abs(of(500, 20, cloud).value()) < 0.01);
        assertTrue(of(500, 20, cone).value() > 0.7);
    }
}
