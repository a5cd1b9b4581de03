package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
        assertArrayEquals(
                new int[] {1, 2, 1, 1, 1, 1}, Ranks.of(Six.X, Six.Y, Closeness.COSINE, RUN));
        assertArrayEquals(
                new int[] {1, 2, 2, 1, 1, 1}, Ranks.of(Six.X, Six.Y, Closeness.EUCLIDEAN, RUN));
    }

    @Test
    void tiesFavourTheRightAnswer() {
        Matrix same = Matrix.of(3, 2, 1, 1, 2, 2, 1, 1);
        assertArrayEquals(new int[] {1, 1, 1}, Ranks.of(same, same, Closeness.COSINE, RUN));
        assertArrayEquals(new int[] {1, 1, 1}, Ranks.of(same, same, Closeness.EUCLIDEAN, RUN));
        Matrix zero = Matrix.of(2, 2, 0, 0, 1, 0);
        assertArrayEquals(new int[] {1, 1}, Ranks.of(zero, zero, Closeness.COSINE, RUN));
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
        int[] ranks = Ranks.of(source, target, closeness, RUN, machine);
        for (int i = 0; i < source.rows(); i++) {
            assertEquals(Reference.rank(source, i, target, closeness), ranks[i]);
        }
    }
}
