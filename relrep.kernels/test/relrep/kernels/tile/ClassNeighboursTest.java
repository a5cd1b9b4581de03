package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.List;
import java.util.stream.IntStream;

@SuppressWarnings("FloatingPointLiteralPrecision") // powers of ten, as near as floats come
class ClassNeighboursTest {
    private static final Run RUN = Run.quiet(Seed.of(1));
    private static final List<String> FOUR = List.of("a", "b", "c", "none");

    private static Labels labels(int n, int step) {
        return Labels.of(FOUR, IntStream.range(0, n).map(i -> i * step % 7 % 3).toArray());
    }

    /** Two of class a, at 0 and 10, and one of class b at 4: the query at 4.5 is of class a. */
    @Test
    void theNearestOfAnotherClassDoesNotCount() {
        Matrix candidates = Matrix.of(3, 1, new float[] {0, 4, 10});
        ClassNeighbours near = ClassNeighbours.of(candidates, Labels.of(FOUR, 0, 1, 0));
        Matrix queries = Matrix.of(4, 1, new float[] {4.5f, 4.5f, 5, 5});
        int[] found = near.of(queries, Labels.of(FOUR, 0, 1, 0, 2), RUN);
        assertArrayEquals(new int[] {0, 1, 0, ClassNeighbours.NONE}, found);
    }

    @ParameterizedTest
    @MethodSource("relrep.kernels.tile.EngineTest#machines")
    void neighboursAreThoseOfThePlainSearch(Machine machine) {
        for (int[] shape : new int[][] {{40, 30, 1}, {2000, 900, 24}, {90, 2000, 2}}) {
            requirePlain(
                    ProjectionTest.gaussian(shape[0], shape[2], 1, "queries"),
                    ProjectionTest.gaussian(shape[1], shape[2], 1, "points"),
                    machine);
        }
    }

    /** Where float32 has no digits left, where many are equal, where rows are extreme. */
    @ParameterizedTest
    @MethodSource("relrep.kernels.tile.EngineTest#machines")
    void nearTiesAreDecidedInDoubleAndTiesByTheNumber(Machine machine) {
        float[] far = ProjectionTest.gaussian(300, 8, 1, "points").toArray();
        for (int t = 0; t < far.length; t++) {
            far[t] = 1000 + far[t] * .01f;
        }
        Matrix points = Matrix.of(300, 8, far);
        requirePlain(points.rows(100, 300), points, machine);
        float[] few = new float[200 * 3];
        for (int i = 0; i < 200; i++) {
            few[i * 3 + i % 2] = 1 + i % 4;
        }
        Matrix equal = Matrix.of(200, 3, few);
        requirePlain(equal, equal, machine);
        float[] wild = ProjectionTest.gaussian(60, 3, 1, "points").toArray();
        float[] factors = {0, 1e-20f, 1e18f, 1, 1, 1e13f, 1};
        for (int t = 0; t < wild.length; t++) {
            wild[t] *= factors[t / 3 % 7];
        }
        requirePlain(Matrix.of(60, 3, wild), Matrix.of(60, 3, wild), machine);
    }

    private static void requirePlain(Matrix queries, Matrix points, Machine machine) {
        Labels of = labels(queries.rows(), 1);
        Labels among = labels(points.rows(), 5);
        ClassNeighbours near = ClassNeighbours.of(points, among, machine);
        int[] found = near.of(queries, of, RUN);
        int[] wrong =
                IntStream.range(0, queries.rows())
                        .map(i -> i % 5 == 4 ? ClassNeighbours.NONE : i * 13 % points.rows())
                        .toArray();
        assertArrayEquals(found, near.of(queries, of, found, RUN));
        assertArrayEquals(found, near.of(queries, of, wrong, RUN));
        for (int i = 0; i < queries.rows(); i++) {
            int[] rows = among.rowsOf(of.get(i));
            int expected =
                    rows[
                            Reference.nearest(
                                    queries, i, points.select(rows), 1, Closeness.EUCLIDEAN, false)[
                                    0]];
            assertEquals(expected, found[i], "query " + i);
        }
    }

    @Test
    void shapesThatDoNotGoTogetherAreRefused() {
        ClassNeighbours near = ClassNeighbours.of(Six.X, labels(6, 1));
        assertEquals(
                "there must be one label a row: 6 rows, 5 labels",
                refusal(() -> near.of(Six.X, labels(5, 1), RUN)));
        assertEquals(
                "there must be one guess a row: 6 rows, 2 guesses",
                refusal(() -> near.of(Six.X, labels(6, 1), new int[2], RUN)));
        assertEquals(
                "queries and candidates must be equally wide, not 1 and 2",
                refusal(() -> near.of(Matrix.of(1, 1, 1), labels(1, 1), RUN)));
    }

    private static String refusal(Executable call) {
        return assertThrows(InvalidInputException.class, call).getMessage();
    }

    @Test
    void aCancelEndsTheSearch() {
        Matrix points = ProjectionTest.gaussian(3000, 4, 1, "points");
        ClassNeighbours near = ClassNeighbours.of(points, labels(3000, 1));
        assertThrows(
                CancelledException.class,
                () -> near.of(points, labels(3000, 1), new CancelledRun(0)));
    }
}
