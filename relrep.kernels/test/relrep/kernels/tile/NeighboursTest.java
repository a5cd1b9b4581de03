package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Matrix;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

@Tag("slow")
@SuppressWarnings("FloatingPointLiteralPrecision") // powers of ten, as near as floats come
class NeighboursTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    @ParameterizedTest
    @EnumSource(Closeness.class)
    void mutualNeighboursOfSixPoints(Closeness closeness) {
        double[] expected =
                closeness == Closeness.COSINE
                        ? new double[] {.833333, .944444}
                        : new double[] {.833333, .888889};
        for (int k = 2; k <= 3; k++) {
            Neighbours here = Neighbours.within(Six.X, k, closeness, RUN);
            Neighbours there = Neighbours.within(Six.Y, k, closeness, RUN);
            double shared = 0;
            for (int i = 0; i < 6; i++) {
                shared += here.shared(there, i) / (6. * k);
            }
            assertEquals(expected[k - 2], shared, 5e-7);
        }
    }

    @ParameterizedTest
    @MethodSource("relrep.kernels.tile.EngineTest#machines")
    void neighboursAreThoseOfThePlainSearch(Machine machine) {
        for (Closeness closeness : Closeness.values()) {
            for (int[] shape : new int[][] {{40, 30, 1, 3}, {700, 600, 24, 10}, {90, 600, 2, 40}}) {
                Matrix queries = ProjectionTest.gaussian(shape[0], shape[2], 1, "queries");
                Matrix points = ProjectionTest.gaussian(shape[1], shape[2], 1, "points");
                assertNeighbours(queries, points, shape[3], closeness, false, machine);
            }
            Matrix points = ProjectionTest.gaussian(1100, 9, 1, "points");
            assertNeighbours(points, points, 7, closeness, true, machine);
            assertNeighbours(points, points.rows(0, 1100), 7, closeness, true, machine);
        }
    }

    /** Where float32 has no digits left: a narrow cone, a cloud far from the origin. */
    @ParameterizedTest
    @MethodSource("relrep.kernels.tile.EngineTest#machines")
    void nearTiesAreDecidedInDouble(Machine machine) {
        float[] values = ProjectionTest.gaussian(300, 8, 1, "points").toArray();
        for (int t = 0; t < values.length; t++) {
            values[t] = 1000 + values[t] * .01f;
        }
        Matrix points = Matrix.of(300, 8, values);
        for (Closeness closeness : Closeness.values()) {
            assertNeighbours(points, points, 6, closeness, true, machine);
        }
    }

    @ParameterizedTest
    @MethodSource("relrep.kernels.tile.EngineTest#machines")
    void theFirstOfEqualsIsNearest(Machine machine) {
        float[] values = new float[200 * 3];
        for (int i = 0; i < 200; i++) {
            values[i * 3 + i % 2] = 1 + i % 4;
        }
        Matrix points = Matrix.of(200, 3, values);
        for (Closeness closeness : Closeness.values()) {
            assertNeighbours(points, points, 5, closeness, true, machine);
            assertNeighbours(points, points, 5, closeness, false, machine);
        }
    }

    @ParameterizedTest
    @MethodSource("relrep.kernels.tile.EngineTest#machines")
    void zeroAndExtremeRowsHaveNeighboursToo(Machine machine) {
        float[] values = ProjectionTest.gaussian(60, 3, 1, "points").toArray();
        float[] factors = {0, 1e-20f, 1e20f, 1, 1, 1e13f, 1};
        for (int t = 0; t < values.length; t++) {
            values[t] *= factors[t / 3 % 7];
        }
        Matrix points = Matrix.of(60, 3, values);
        for (Closeness closeness : Closeness.values()) {
            assertNeighbours(points, points, 4, closeness, true, machine);
        }
    }

    @Test
    void thereMustBeEnoughPoints() {
        assertRefused(6, "neighbours must be 1 to 5, the points there are, not 6");
        assertRefused(0, "neighbours must be 1 to 5, the points there are, not 0");
    }

    @Test
    void aCancelEndsTheSearch() {
        Matrix points = ProjectionTest.gaussian(3000, 4, 1, "points");
        CancelledException thrown =
                assertThrows(
                        CancelledException.class,
                        () -> Neighbours.within(points, 3, Closeness.COSINE, new CancelledRun(0)));
        assertEquals("enough", thrown.getMessage());
    }

    private static void assertRefused(int k, String sentence) {
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> Neighbours.within(Six.X, k, Closeness.COSINE, RUN));
        assertEquals(sentence, refused.getMessage());
    }

    private static void assertNeighbours(
            Matrix queries,
            Matrix points,
            int k,
            Closeness closeness,
            boolean others,
            Machine machine) {
        Neighbours found = Neighbours.find(queries, points, k, closeness, others, RUN, machine);
        for (int i = 0; i < queries.rows(); i++) {
            assertArrayEquals(
                    Reference.nearest(queries, i, points, k, closeness, others),
                    found.of(i),
                    closeness + " of query " + i);
        }
    }
}
