package relrep.metrics.pair;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.tile.Closeness;

class JaccardTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    @ParameterizedTest
    @CsvSource({
        "CROSS,        COSINE,    2, .777778",
        "TARGET_QUERY, COSINE,    2, .666667",
        "WITHIN,       COSINE,    2, .777778",
        "CROSS,        COSINE,    3, .666667",
        "TARGET_QUERY, COSINE,    3, .833333",
        "WITHIN,       COSINE,    3, .916667",
        "CROSS,        EUCLIDEAN, 2, .666667",
        "TARGET_QUERY, EUCLIDEAN, 2, .777778",
        "WITHIN,       EUCLIDEAN, 2, .777778",
        "CROSS,        EUCLIDEAN, 3, .75",
        "TARGET_QUERY, EUCLIDEAN, 3, .75",
        "WITHIN,       EUCLIDEAN, 3, .833333",
    })
    void sixPoints(NeighbourConvention convention, Closeness measure, int k, double expected) {
        assertEquals(expected, jaccard(k, convention, measure).value(), 5e-7);
    }

    /**
     * By hand, cross, k = 1: each point is its own nearest in x; looked up in y, point 1 at 29° is
     * nearer to y's first at 21° than to its own at 72°, every other one finds itself.
     */
    @Test
    void oneNeighbourByHand() {
        Score score = jaccard(1, NeighbourConvention.CROSS, Closeness.COSINE);
        assertArrayEquals(new float[] {1, 0, 1, 1, 1, 1}, score.perSample());
    }

    /** By hand, k = 1: each point is its own nearest, here and there. */
    @Test
    void aSpaceAskedWithItselfSharesTheSample() {
        assertEquals(1, jaccard(1, NeighbourConvention.WITHIN_SELF, Closeness.COSINE).value());
        double[] others =
                doubles(jaccard(2, NeighbourConvention.WITHIN, Closeness.COSINE).perSample());
        double[] all =
                doubles(jaccard(3, NeighbourConvention.WITHIN_SELF, Closeness.COSINE).perSample());
        for (int i = 0; i < all.length; i++) {
            double shared = 4 * others[i] / (1 + others[i]);
            assertEquals((shared + 1) / (5 - shared), all[i], 1e-6);
        }
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    @Test
    void chanceIsTheShareOfTwoRandomSets() {
        assertEquals(10 / 1990., new Jaccard().chance(1000, 5).orElseThrow(), 1e-15);
        PairMetric within =
                new Jaccard()
                        .with(
                                new Jaccard.Options(
                                        10,
                                        NeighbourConvention.WITHIN,
                                        Closeness.COSINE,
                                        NeighbourTies.MEAN));
        assertEquals(10 / 1988., within.chance(1000, 5).orElseThrow(), 1e-15);
        PairMetric withSelf =
                new Jaccard()
                        .with(
                                new Jaccard.Options(
                                        10,
                                        NeighbourConvention.WITHIN_SELF,
                                        Closeness.COSINE,
                                        NeighbourTies.MEAN));
        double shared = 1 + 81 / 999.;
        assertEquals(shared / (20 - shared), withSelf.chance(1000, 5).orElseThrow(), 1e-15);
        PairMetric oneSpace =
                new Jaccard()
                        .with(
                                new Jaccard.Options(
                                        10,
                                        NeighbourConvention.TARGET_QUERY,
                                        Closeness.COSINE,
                                        NeighbourTies.MEAN));
        assertTrue(oneSpace.chance(1000, 5).isEmpty());
    }

    @Test
    void thereMustBeAsManySamplesAsNeighbours() {
        assertRefused(
                "10 neighbours need at least 10 samples, 'x' has 6",
                () -> new Jaccard().measure(Six.X, Six.Y, RUN));
        assertRefused(
                "6 neighbours need at least 7 samples, 'x' has 6",
                () -> jaccard(6, NeighbourConvention.WITHIN, Closeness.COSINE));
        assertRefused(
                "k must be at least 1, not 0",
                () ->
                        new Jaccard.Options(
                                0,
                                NeighbourConvention.CROSS,
                                Closeness.COSINE,
                                NeighbourTies.MEAN));
    }

    @Test
    void whatIsNotFiniteIsRefusedWithItsPlace() {
        float[] values = Six.Y.latents().toArray();
        values[5] = Float.NaN;
        assertRefused(
                "the latents of 'y' must be finite numbers, but row 2, column 1 is NaN",
                () ->
                        new Jaccard()
                                .with(
                                        new Jaccard.Options(
                                                2,
                                                NeighbourConvention.CROSS,
                                                Closeness.COSINE,
                                                NeighbourTies.MEAN))
                                .measure(Six.X, Space.of("y", Matrix.of(6, 2, values)), RUN));
    }

    private static Score jaccard(int k, NeighbourConvention convention, Closeness measure) {
        return new Jaccard()
                .with(new Jaccard.Options(k, convention, measure, NeighbourTies.MEAN))
                .measure(Six.X, Six.Y, RUN);
    }

    private static void assertRefused(
            String sentence, org.junit.jupiter.api.function.Executable call) {
        assertEquals(sentence, assertThrows(InvalidInputException.class, call).getMessage());
    }
}
