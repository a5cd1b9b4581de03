package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.golden.Golden;
import relrep.api.tck.golden.GoldenInput;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Compares the neighbours of three among four thousand random points with NumPy's in float64. */
class GoldenInputsTest {
    private static final int K = 10;
    private static final int[] QUERIES = {0, 1, 4000};

    /** Among equal matrices in two places, and in one, where each pair is looked at once. */
    @Test
    void neighboursByCosine() {
        Matrix points = GoldenInput.of("neighbours384").points();
        check(points, points);
        check(points, points.rows(0, points.rows()));
    }

    private static void check(Matrix queries, Matrix candidates) {
        Neighbours found =
                Neighbours.among(queries, candidates, K, Closeness.COSINE, Run.quiet(Seed.of(1)));
        double[] ids = Golden.of("neighbours").list();
        assertEquals(QUERIES.length * K, ids.length);
        IntStream.range(0, QUERIES.length)
                .forEach(
                        q ->
                                assertArrayEquals(
                                        Arrays.stream(ids, q * K, (q + 1) * K)
                                                .mapToInt(id -> (int) id)
                                                .toArray(),
                                        found.of(QUERIES[q]),
                                        "row " + QUERIES[q]));
    }
}
