package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.MatrixRows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

class SpanningTreeTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    @Test
    void deathTimesOfSixPoints() {
        DoubleMatrix x = DoubleMatrix.of(6, 2, 1, .2, .9, .5, .1, 1, -.7, .8, -1, -.3, .4, -.9);
        assertArrayEquals(
                new double[] {.316227766, .824621125, .943398113, 1.140175425, 1.252996409},
                SpanningTree.edges(MatrixRows.of(x), RUN),
                1e-9);
        Matrix corners = Matrix.of(6, 2, 0, 0, 0, 1, 1, 0, 5, 5, 5, 6, 6, 5);
        assertArrayEquals(
                new double[] {1, 1, 1, 1, 6.403124237},
                SpanningTree.edges(MatrixRows.of(corners), RUN),
                1e-9);
    }

    @Test
    void edgesAreThoseOfKruskal() {
        for (int n : new int[] {0, 1, 2, 256, 600}) {
            Matrix points = ProjectionTest.gaussian(n, 7, 1, "points");
            assertArrayEquals(
                    kruskal(points), SpanningTree.edges(MatrixRows.of(points), RUN), 1e-12);
        }
    }

    /**
     * Tests spaces that float32 cannot resolve: far away and close together, rounded, tiny, and of
     * all sizes.
     */
    @ParameterizedTest
    @CsvSource({"1e6, 1e-3", "0.1, 1e-9", "0, 1e-30", "0, 1e18", "1e20, 1e15"})
    void edgesAreThoseOfKruskalFarAway(double mean, double spread) {
        Matrix points = ProjectionTest.gaussian(300, 5, 1, "points");
        double[] values = new double[300 * 5];
        for (int i = 0; i < values.length; i++) {
            double size = i % 7 == 0 ? 1e-4 : 1;
            values[i] = mean + spread * size * points.get(i / 5, i % 5);
        }
        DoubleMatrix far = DoubleMatrix.of(300, 5, values);
        double[] expected = kruskal(300, (i, j) -> Math.sqrt(squared(far.row(i), far.row(j))));
        double[] found = SpanningTree.edges(MatrixRows.of(far), RUN);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], 1e-12 * expected[i]);
        }
    }

    private static double squared(double[] x, double[] y) {
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += (x[t] - y[t]) * (x[t] - y[t]);
        }
        return sum;
    }

    @Test
    void duplicatesDieAtZero() {
        Matrix points = Matrix.of(4, 1, 3, 1, 3, 1);
        assertArrayEquals(new double[] {0, 0, 2}, SpanningTree.edges(MatrixRows.of(points), RUN));
    }

    private record Edge(int from, int to, double length) {}

    private static double[] kruskal(Matrix points) {
        return kruskal(points.rows(), (i, j) -> Reference.distance(points.row(i), points.row(j)));
    }

    private interface Distance {
        double between(int i, int j);
    }

    private static double[] kruskal(int n, Distance distance) {
        List<Edge> edges = new ArrayList<>();
        int[] part = new int[n];
        for (int i = 0; i < part.length; i++) {
            part[i] = i;
            for (int j = 0; j < i; j++) {
                edges.add(new Edge(i, j, distance.between(i, j)));
            }
        }
        edges.sort(Comparator.comparingDouble(Edge::length));
        List<Double> lengths = new ArrayList<>();
        for (Edge edge : edges) {
            int a = root(part, edge.from());
            int b = root(part, edge.to());
            if (a != b) {
                part[a] = b;
                lengths.add(edge.length());
            }
        }
        assertEquals(Math.max(0, part.length - 1), lengths.size());
        return lengths.stream().mapToDouble(length -> length).toArray();
    }

    private static int root(int[] part, int i) {
        int at = i;
        while (part[at] != at) {
            at = part[at];
        }
        return at;
    }
}
