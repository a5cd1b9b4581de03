package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;

class MomentsTest {
    @Test
    void twoColumnsByHand() {
        Moments moments = Moments.of(Matrix.of(4, 2, 1, 10, 2, 10, 3, 10, 6, 10));
        assertArrayEquals(new double[] {3, 10}, moments.mean());
        assertArrayEquals(new double[] {(4 + 1 + 0 + 9) / 4., 0}, moments.variance());
    }

    @Test
    void aConstantColumnHasNoVarianceAtAllOverManyBlocks() {
        float[] values = new float[5000];
        java.util.Arrays.fill(values, .1f);
        Moments moments = Moments.of(Matrix.of(5000, 1, values));
        assertEquals(.1f, moments.mean()[0]);
        assertEquals(0, moments.variance()[0]);
    }

    @Test
    void aLargeMeanCostsNoDigitsAndThreadsDoNotShow() {
        Matrix small = ProjectionTest.gaussian(5000, 3, 1, "x");
        float[] shifted = small.toArray();
        for (int t = 0; t < shifted.length; t++) {
            shifted[t] = Math.round(shifted[t] * 1024) + 8_000_000;
        }
        Moments moments = Moments.of(Matrix.of(5000, 3, shifted), new Workers(2));
        for (int j = 0; j < 3; j++) {
            double mean = 0;
            for (int i = 0; i < 5000; i++) {
                mean += (shifted[i * 3 + j] - 8e6) / 5000;
            }
            double variance = 0;
            for (int i = 0; i < 5000; i++) {
                variance += Math.pow(shifted[i * 3 + j] - 8e6 - mean, 2) / 5000;
            }
            assertEquals(8e6 + mean, moments.mean()[j], 1e-8);
            assertEquals(variance, moments.variance()[j], 1e-9 * variance);
        }
        Moments alone = Moments.of(Matrix.of(5000, 3, shifted), new Workers(1));
        assertArrayEquals(alone.mean(), moments.mean());
        assertArrayEquals(alone.variance(), moments.variance());
    }

    @Test
    void noRowsHaveMeanZero() {
        assertArrayEquals(new double[2], Moments.of(Matrix.of(0, 2)).mean());
    }
}
