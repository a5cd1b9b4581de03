package relrep.metrics.pair;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.PairMetric;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.tile.Closeness;

/**
 * Tests values computed elsewhere or by hand, and refusals, of the metrics without a test class of
 * their own.
 */
class PairMetricsTest {
    /** Inputs are rounded to float32. */
    private static final double ROUNDED = 1e-6;

    private static final Run RUN = Run.quiet(Seed.of(1));

    @Test
    void cosineIndexOfSixPoints() {
        assertEquals(.9306467233, new CosineIndex().measure(Six.X, Six.Y, RUN).value(), ROUNDED);
    }

    /** cos((1,0), (1,1)) = 1/√2, cos((0,0), (1,0)) = 0, cos((3,4), (6,8)) = 1. */
    @Test
    void cosineIndexByHand() {
        Space x = Space.of("x", Matrix.of(3, 2, 1, 0, 0, 0, 3, 4));
        Space y = Space.of("y", Matrix.of(3, 2, 1, 1, 1, 0, 6, 8));
        assertArrayEquals(
                new float[] {(float) Math.sqrt(.5), 0, 1},
                new CosineIndex().measure(x, y, RUN).perSample(),
                1e-7f);
    }

    @Test
    void ranksOfSixPoints() {
        assertArrayEquals(
                new float[] {1, .5f, 1, 1, 1, 1}, new Mrr().measure(Six.X, Six.Y, RUN).perSample());
        PairMetric euclidean =
                new Mrr().with(new Mrr.Options(0, Closeness.EUCLIDEAN, RankTies.MEAN));
        assertEquals(.833333, euclidean.measure(Six.X, Six.Y, RUN).value(), 5e-7);
        PairMetric first = new Mrr().with(new Mrr.Options(1, Closeness.COSINE, RankTies.MEAN));
        assertEquals(5 / 6., first.measure(Six.X, Six.Y, RUN).value(), 1e-15);
    }

    @Test
    void chanceOfRanks() {
        assertEquals((1 + 1 / 2. + 1 / 3.) / 3, new Mrr().chance(3, 9).orElseThrow(), 1e-15);
        PairMetric two = new Mrr().with(new Mrr.Options(2, Closeness.COSINE, RankTies.MEAN));
        assertEquals(1.5 / 3, two.chance(3, 9).orElseThrow(), 1e-15);
    }

    @Test
    void mutualNeighboursOfSixPoints() {
        assertEquals(.833333, mutual(2, Closeness.COSINE), 5e-7);
        assertEquals(.944444, mutual(3, Closeness.COSINE), 5e-7);
        assertEquals(.833333, mutual(2, Closeness.EUCLIDEAN), 5e-7);
        assertEquals(.888889, mutual(3, Closeness.EUCLIDEAN), 5e-7);
        assertEquals(10 / 99., new MutualKnn().chance(100, 3).orElseThrow());
    }

    private static double mutual(int k, Closeness measure) {
        return new MutualKnn()
                .with(new MutualKnn.Options(k, measure, NeighbourTies.MEAN))
                .measure(Six.X, Six.Y, RUN)
                .value();
    }

    @Test
    void ckaOfSixPoints() {
        assertEquals(.9279304416, new Cka().measure(Six.X, Six.Y, RUN).value(), ROUNDED);
    }

    @Test
    void aSpaceOfOnePointHasNoCka() {
        Space point = Space.of("p", Matrix.of(6, 1, 2, 2, 2, 2, 2, 2));
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class, () -> new Cka().measure(point, Six.Y, RUN));
        assertEquals(
                "the rows of both spaces must differ, but those of 'p' are all equal",
                refused.getMessage());
    }

    @Test
    void widthsMustBeEqualWhereVectorsAreCompared() {
        Space narrow = Space.of("n", Matrix.of(6, 1, 1, 2, 3, 4, 5, 6));
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> new CosineIndex().measure(Six.X, narrow, RUN));
        assertEquals(
                "two spaces must be equally wide, but 'x' has width 2 and 'n' has width 1",
                refused.getMessage());
    }
}
