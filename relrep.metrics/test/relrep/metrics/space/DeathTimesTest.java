package relrep.metrics.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.Score;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.DynamicChecks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class DeathTimesTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    @TestFactory
    Stream<DynamicTest> keepsItsContract() {
        return DynamicChecks.of(new DeathTimes());
    }

    @Test
    void sixPoints() {
        Matrix x = Matrix.of(6, 2, 1, .2f, .9f, .5f, .1f, 1, -.7f, .8f, -1, -.3f, .4f, -.9f);
        double sum = .316227766 + .824621125 + .943398113 + 1.140175425 + 1.252996409;
        assertEquals(sum / 5, measure(x).value(), 1e-6);
    }

    /** Two corners: four edges of 1 and one of √41. */
    @Test
    void twoCorners() {
        Score score = measure(Matrix.of(6, 2, 0, 0, 0, 1, 1, 0, 5, 5, 5, 6, 6, 5));
        assertEquals((4 + Math.sqrt(41)) / 5, score.value(), 1e-12);
        assertEquals(
                List.of("smallest", "lower quartile", "median", "upper quartile", "largest"),
                List.copyOf(score.details().keySet()));
        assertEquals(1, score.details().get("upper quartile"));
        assertEquals(Math.sqrt(41), score.details().get("largest"), 1e-12);
    }

    /** Deaths 1, 2, 4: the median is 2, the quartiles lie half way to it. */
    @Test
    void quartilesLieBetween() {
        Score score = measure(Matrix.of(4, 1, 0, 1, 3, 7));
        assertEquals(1.5, score.details().get("lower quartile"));
        assertEquals(2, score.details().get("median"));
        assertEquals(3, score.details().get("upper quartile"));
    }

    /** Kruskal's algorithm on the sorted list of all edges, against Prim's without any. */
    @Test
    void theTreeIsKruskals() {
        int n = 120;
        float[] values = new float[n * 3];
        RandomGenerator random = new SplittableRandom(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() + (i < n ? 5 : 0);
        }
        double[] deaths = kruskal(values, n, 3);
        Score score = measure(Matrix.of(n, 3, values));
        assertEquals(Arrays.stream(deaths).average().orElseThrow(), score.value(), 1e-12);
        assertEquals(deaths[0], score.details().get("smallest"), 1e-12);
        assertEquals(deaths[n / 2 - 1], score.details().get("median"), 1e-12);
        assertEquals(deaths[n - 2], score.details().get("largest"), 1e-12);
    }

    private record Edge(int one, int other, double length) {}

    private static double[] kruskal(float[] values, int n, int d) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int t = 0; t < d; t++) {
                    double v = (double) values[i * d + t] - values[j * d + t];
                    sum += v * v;
                }
                edges.add(new Edge(i, j, Math.sqrt(sum)));
            }
        }
        edges.sort(Comparator.comparingDouble(Edge::length));
        int[] component = IntStream.range(0, n).toArray();
        return edges.stream()
                .filter(edge -> component[edge.one()] != component[edge.other()])
                .filter(edge -> merge(component, component[edge.one()], component[edge.other()]))
                .mapToDouble(Edge::length)
                .toArray();
    }

    private static boolean merge(int[] component, int from, int to) {
        for (int i = 0; i < component.length; i++) {
            component[i] = component[i] == from ? to : component[i];
        }
        return true;
    }

    @Test
    void onePointDoesNotMerge() {
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> measure(Matrix.of(1, 2, 3, 4)));
        assertEquals("at least 2 samples are needed, 'x' has 1", refused.getMessage());
    }

    private static Score measure(Matrix points) {
        return new DeathTimes().measure(Space.of("x", points), RUN);
    }
}
