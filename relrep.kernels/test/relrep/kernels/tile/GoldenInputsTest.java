package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.golden.Golden;
import relrep.api.tck.golden.GoldenInput;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The neighbours of three among ten thousand points that NumPy's float64 has. The folder of goldens
 * is in RELREP_BENCH, its generated inputs in PERF_INPUTS.
 */
class GoldenInputsTest {
    private static final int K = 10;
    private static final int[] QUERIES = {0, 1, 9999};

    /** Among equal matrices in two places, and in one, where each pair is looked at once. */
    @Test
    void neighboursByCosine() throws IOException {
        Matrix points = GoldenInput.floats("knn384_x", 10_000);
        check(points, points);
        check(points, points.rows(0, points.rows()));
    }

    private static void check(Matrix queries, Matrix candidates) throws IOException {
        Neighbours found =
                Neighbours.among(queries, candidates, K, Closeness.COSINE, Run.quiet(Seed.of(1)));
        double[] ids = Golden.of("knn10/10k/384:ids of x[0], x[1], x[9999]").list();
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
