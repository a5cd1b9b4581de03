package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.MatrixRows;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tests numbers whose squares exceed the range of float32, on every engine. */
class ScaleTest {
    private static final Run RUN = Run.quiet(Seed.of(1));
    private static final float[] FACTORS = {1e-37f, 1e-30f, 1e-23f, 1e-20f, 1e20f, 1e30f, 1e36f};

    private record Case(Machine machine, int width, float factor) {
        Matrix points(String name, int rows) {
            return times(ProjectionTest.gaussian(rows, width, 1, name), factor);
        }
    }

    static Stream<Case> cases() {
        return EngineTest.machines().stream()
                .flatMap(
                        machine ->
                                IntStream.of(3, 20)
                                        .boxed()
                                        .flatMap(
                                                d ->
                                                        IntStream.range(0, FACTORS.length)
                                                                .mapToObj(
                                                                        f ->
                                                                                new Case(
                                                                                        machine,
                                                                                        d,
                                                                                        FACTORS[
                                                                                                f]))));
    }

    private static Matrix times(Matrix matrix, float factor) {
        float[] values = matrix.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return Matrix.of(matrix.rows(), matrix.cols(), values);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void projections(Case one) {
        Matrix points = one.points("points", 70);
        Matrix anchors = one.points("anchors", 9);
        Projection projection = new Projection(one.machine());
        Matrix cosines = projection.cosine(points, anchors);
        Matrix angles = projection.angle(points, anchors);
        Matrix distances = projection.euclidean(points, anchors);
        Matrix cubes = Minkowski.distances(points, anchors, 3);
        for (int i = 0; i < 70; i++) {
            for (int j = 0; j < 9; j++) {
                float[] x = points.row(i);
                float[] a = anchors.row(j);
                assertEquals(Reference.cosine(x, a), cosines.get(i, j), 1e-6);
                assertEquals(Math.acos(Reference.cosine(x, a)), angles.get(i, j), 1e-6);
                double distance = Reference.distance(x, a);
                assertEquals(distance, distances.get(i, j), 3e-6 * distance);
                assertEquals(cube(x, a), cubes.get(i, j), 3e-6 * distance);
            }
        }
    }

    private static double cube(float[] x, float[] a) {
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += Math.pow(Math.abs((double) x[t] - a[t]), 3);
        }
        return Math.cbrt(sum);
    }

    /** One anchor has no spread to take a scale from, and rows of one space have all sizes. */
    @ParameterizedTest
    @MethodSource("cases")
    void rowsOfAllSizesBesideEachOther(Case one) {
        float[] values = ProjectionTest.gaussian(70, one.width(), 1, "all").toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= i / one.width() % 2 == 0 ? 1 : one.factor();
        }
        Matrix points = Matrix.of(70, one.width(), values);
        Projection projection = new Projection(one.machine());
        for (Matrix anchors : List.of(points.rows(1, 2), points)) {
            Matrix cosines = projection.cosine(points, anchors);
            Matrix distances = projection.euclidean(points, anchors);
            for (int i = 0; i < 70; i++) {
                for (int j = 0; j < anchors.rows(); j++) {
                    float[] x = points.row(i);
                    float[] a = anchors.row(j);
                    assertEquals(Reference.cosine(x, a), cosines.get(i, j), 1e-6);
                    double distance = Reference.distance(x, a);
                    assertEquals(distance, distances.get(i, j), 3e-6 * distance);
                }
            }
        }
        assertNeighboursAndRanks(one.machine(), points, points.select(turned(70)));
    }

    private static int[] turned(int n) {
        return IntStream.range(0, n).map(i -> (i + 1) % n).toArray();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void neighboursAndRanks(Case one) {
        assertNeighboursAndRanks(one.machine(), one.points("source", 70), one.points("target", 70));
    }

    private static void assertNeighboursAndRanks(Machine machine, Matrix source, Matrix target) {
        for (Closeness closeness : Closeness.values()) {
            Neighbours within = Neighbours.find(source, source, 5, closeness, true, RUN, machine);
            Neighbours among = Neighbours.find(source, target, 5, closeness, false, RUN, machine);
            Ranks ranks = Ranks.of(source, target, closeness, RUN, machine);
            for (int i = 0; i < source.rows(); i++) {
                assertArrayEquals(
                        Reference.nearest(source, i, source, 5, closeness, true), within.of(i));
                assertArrayEquals(
                        Reference.nearest(source, i, target, 5, closeness, false), among.of(i));
                int closer = Reference.rank(source, i, target, closeness) - 1;
                int most = ranks.closer(i) + ranks.tied(i);
                assertTrue(ranks.closer(i) <= closer && closer <= most, "closer than row " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void silhouettes(Case one) {
        Matrix points = one.points("points", 70);
        Labels labels =
                Labels.of(List.of("a", "b"), IntStream.range(0, 70).map(i -> i % 2).toArray());
        double[] expected = Silhouette.of(MatrixRows.of(points), labels, RUN);
        assertArrayEquals(expected, Silhouette.of(points, labels, RUN, one.machine()), 1e-6);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void alignmentsAndOrders(Case one) {
        Matrix x = one.points("x", 50);
        Matrix y = ProjectionTest.gaussian(50, 4, 1, "y");
        double expected = LinearCka.of(MatrixRows.of(x), MatrixRows.of(y));
        assertEquals(expected, LinearCka.of(x, y, RUN), 1e-6);
        assertEquals(expected, LinearCka.of(y, x, RUN), 1e-6);
        double median = PairOrder.of(PairTable.squares(MatrixRows.of(x)), RUN).value(600);
        double[] squares =
                IntStream.range(0, 50)
                        .boxed()
                        .flatMap(i -> IntStream.range(0, i).mapToObj(j -> new int[] {i, j}))
                        .mapToDouble(p -> Reference.distance(x.row(p[0]), x.row(p[1])))
                        .map(distance -> distance * distance)
                        .sorted()
                        .toArray();
        assertEquals(squares[600], median, 1e-6 * median);
        assertArrayEquals(
                RowCosines.of(MatrixRows.of(x), MatrixRows.of(x)),
                RowCosines.of(x, x),
                1e-12,
                "all 1");
    }

    /** From a small space to a large one and back, with weights that no float can be. */
    @ParameterizedTest
    @MethodSource("cases")
    void mapsBetweenSpacesOfAnyScale(Case one) {
        Matrix points = one.points("points", 20);
        int d = one.width();
        double[] weights = new double[d * d];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.sin(i) / one.factor() / one.factor();
        }
        double[] shift = IntStream.range(0, d).mapToDouble(j -> j / one.factor()).toArray();
        AffineMap map = new AffineMap(DoubleMatrix.of(d, d, weights), shift);
        Matrix image = map.apply(points);
        double[] exact = map.apply(DoubleMatrix.of(points)).toArray();
        for (int i = 0; i < exact.length; i++) {
            assertEquals(exact[i], image.toArray()[i], 1e-5 / one.factor());
        }
    }

    @Test
    void whatIsNearOneStaysAsItIs() {
        Matrix near = Matrix.of(1, 2, 1e-6f, -1e6f);
        assertSame(near, Scale.of(near).apply(near));
        assertEquals(0, Scale.of(0).exponent());
        assertEquals(0, Scale.of(Double.NaN).exponent());
        assertEquals(1.5, Scale.of(5e30).factor() * 5e30, .5);
        Matrix far = Matrix.of(1, 2, 0x1p100f, -0x1p99f);
        assertEquals(Matrix.of(1, 2, 1, -.5f), Scale.of(far).apply(far));
        assertEquals(far, Scale.of(far).inverse().apply(Matrix.of(1, 2, 1, -.5f)));
    }
}
