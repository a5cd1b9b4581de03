package relrep.models.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;
import relrep.models.architecture.RandomMap.Family;

import java.util.random.RandomGenerator;

/** Tests that an encoder is moved by a map of the kind that was asked for. */
class MovedTest {
    private static final int WIDTH = 12;
    private static final OurPlugins PLUGINS = new OurPlugins();

    @ParameterizedTest
    @EnumSource
    void theMapIsOfItsKind(Family family) {
        DoubleMatrix w = RandomMap.of(family, WIDTH, Seed.of(3)).weights();
        DoubleMatrix gram = w.timesTranspose(w);
        switch (family) {
            case ORTHOGONAL -> {
                assertEquals(0, gram.minus(DoubleMatrix.identity(WIDTH)).norm(), 1e-12);
                assertEquals(WIDTH * WIDTH, filled(w), "a rotation mixes all coordinates");
            }
            case POSITIVE_MONOMIAL -> {
                assertOneInEachRowAndColumn(w);
                for (double value : w.toArray()) {
                    assertTrue(value >= 0, "no factor is negative");
                }
                assertNotEquals(0, gram.minus(DoubleMatrix.identity(WIDTH)).norm(), 1e-3);
            }
            case SIGNED_PERMUTATION -> {
                assertOneInEachRowAndColumn(w);
                assertEquals(0, gram.minus(DoubleMatrix.identity(WIDTH)).norm());
                assertTrue(w.toArray().length > 0 && sum(w) < WIDTH, "a sign is negative");
            }
            case PERMUTATION -> {
                assertOneInEachRowAndColumn(w);
                assertEquals(WIDTH, sum(w));
                assertNotEquals(DoubleMatrix.identity(WIDTH), w);
            }
            case POSITIVE_DIAGONAL -> {
                assertOneInEachRowAndColumn(w);
                assertEquals(w.trace(), sum(w));
                assertTrue(sum(w) != WIDTH && w.toArray()[0] > 0, "positive factors");
            }
            case LINEAR -> assertEquals(WIDTH * WIDTH, filled(w));
        }
    }

    @Test
    void latentsAreThoseOfTheInnerEncoderTimesTheMap() {
        float[] values = new float[5 * 7];
        RandomGenerator random = Seed.of(9).random();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Inputs samples = Inputs.of(Matrix.of(5, 7, values));
        Moved moved =
                new Moved(PLUGINS)
                        .with(
                                new Moved.Options(
                                        "random-projection(width=12)",
                                        Family.POSITIVE_MONOMIAL,
                                        4));
        Matrix plain =
                new RandomProjection().with(new RandomProjection.Options(WIDTH, 1)).encode(samples);
        DoubleMatrix expected =
                DoubleMatrix.of(plain)
                        .times(RandomMap.of(Family.POSITIVE_MONOMIAL, WIDTH, Seed.of(4)).weights());
        assertEquals(0, expected.minus(DoubleMatrix.of(moved.encode(samples))).norm(), 1e-5);
        assertEquals(WIDTH, moved.width());
    }

    @Test
    void anotherSeedIsAnotherMap() {
        assertNotEquals(
                RandomMap.of(Family.ORTHOGONAL, WIDTH, Seed.of(1)).weights(),
                RandomMap.of(Family.ORTHOGONAL, WIDTH, Seed.of(2)).weights());
    }

    private static void assertOneInEachRowAndColumn(DoubleMatrix w) {
        for (DoubleMatrix each : new DoubleMatrix[] {w, w.transpose()}) {
            for (int i = 0; i < WIDTH; i++) {
                assertEquals(1, filled(each.rows(i, i + 1)));
            }
        }
    }

    private static int filled(DoubleMatrix w) {
        int count = 0;
        for (double value : w.toArray()) {
            count += value == 0 ? 0 : 1;
        }
        return count;
    }

    private static double sum(DoubleMatrix w) {
        double sum = 0;
        for (double value : w.toArray()) {
            sum += value;
        }
        return sum;
    }
}
