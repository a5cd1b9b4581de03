package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

class RanksTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    @Test
    void ranksOfSixPoints() {
        assertCounts(Ranks.of(Six.X, Six.Y, Closeness.COSINE, RUN), new int[] {0, 1, 0, 0, 0, 0});
        assertCounts(
                Ranks.of(Six.X, Six.Y, Closeness.EUCLIDEAN, RUN), new int[] {0, 1, 1, 0, 0, 0});
    }

    @Test
    void tiesAreCounted() {
        Matrix same = Matrix.of(3, 2, 1, 1, 2, 2, 1, 1);
        assertCounts(Ranks.of(same, same, Closeness.COSINE, RUN), new int[3], 2, 2, 2);
        assertCounts(Ranks.of(same, same, Closeness.EUCLIDEAN, RUN), new int[3], 1, 0, 1);
        Matrix zero = Matrix.of(3, 2, 0, 0, 1, 0, 0, 0);
        assertCounts(Ranks.of(zero, zero, Closeness.COSINE, RUN), new int[3], 2, 0, 2);
        assertCounts(Ranks.of(zero, zero, Closeness.EUCLIDEAN, RUN), new int[3], 1, 0, 1);
    }

    @Test
    void roundingOfDoublesBreaksNoTie() {
        Matrix source = Matrix.of(4, 3, 1, 2, 2, 1, 2, 2, 1, 2, 2, 1, 2, 2);
        Matrix target = Matrix.of(4, 3, 1, 1, 1, 3, 3, 3, 7, 7, 7, 5, 5, 5);
        assertCounts(Ranks.of(source, target, Closeness.COSINE, RUN), new int[4], 3, 3, 3, 3);
    }

    private static void assertCounts(Ranks ranks, int[] closer, int... tied) {
        for (int i = 0; i < closer.length; i++) {
            assertEquals(closer[i], ranks.closer(i), "closer than row " + i);
            assertEquals(tied.length == 0 ? 0 : tied[i], ranks.tied(i), "tied with row " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("relrep.kernels.tile.EngineTest#machines")
    void ranksAreThoseOfThePlainCount(Machine machine) {
        float[] cone = ProjectionTest.gaussian(600, 6, .01, "x").toArray();
        for (int t = 0; t < cone.length; t++) {
            cone[t] += 100;
        }
        Matrix narrow = Matrix.of(600, 6, cone);
        Matrix wide = ProjectionTest.gaussian(600, 6, 1, "x");
        Matrix noisy = ProjectionTest.gaussian(600, 6, 1, "y");
        for (Closeness closeness : Closeness.values()) {
            assertRanks(wide, noisy, closeness, machine);
            assertRanks(narrow, narrow.rows(0, 600), closeness, machine);
            assertRanks(narrow, narrow.select(shifted(600)), closeness, machine);
        }
    }

    @Test
    void rowsMustBePaired() {
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> Ranks.of(Six.X, Six.Y.rows(0, 4), Closeness.COSINE, RUN));
        assertEquals(
                "source and target must have equally many rows, not 6 and 4", refused.getMessage());
    }

    private static int[] shifted(int n) {
        int[] rows = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = (i + 1) % n;
        }
        return rows;
    }

    private static void assertRanks(
            Matrix source, Matrix target, Closeness closeness, Machine machine) {
        Ranks ranks = Ranks.of(source, target, closeness, RUN, machine);
        for (int i = 0; i < source.rows(); i++) {
            assertEquals(Reference.rank(source, i, target, closeness), 1 + ranks.closer(i));
        }
    }
}
