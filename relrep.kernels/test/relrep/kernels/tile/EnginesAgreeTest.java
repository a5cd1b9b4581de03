package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.CanonicalCorrelations;
import relrep.kernels.linear.CanonicalCorrelations.Cut;
import relrep.kernels.linear.MatrixRows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Checks the readme's promises about two engines and any number of threads. */
class EnginesAgreeTest {
    /** Of cosines, silhouettes, alignments and canonical correlations. */
    private static final double ENGINES = 1e-6;

    /** Of a distance, as a part of it. */
    private static final double DISTANCES = 3e-6;

    private static final Run RUN = Run.quiet(Seed.of(1));

    /** Clouds around the origin and narrow cones, wider and narrower than there are anchors. */
    record Shape(int rows, int wide, int anchors, float away) {
        Matrix points(String name) {
            float[] values = ProjectionTest.gaussian(rows, wide, 1, name).toArray();
            for (int t = 0; t < values.length; t++) {
                values[t] += away;
            }
            return Matrix.of(rows, wide, values);
        }
    }

    static List<Shape> shapes() {
        return List.of(
                new Shape(300, 3, 40, 0),
                new Shape(700, 24, 100, 3),
                new Shape(900, 200, 130, 0),
                new Shape(500, 130, 260, 2));
    }

    /** All that comes out as numbers. */
    @SuppressWarnings("ArrayRecordComponent") // compared array by array
    private record Answers(
            Matrix cosines,
            Matrix distances,
            double[] silhouettes,
            double cka,
            double[] correlations,
            List<Integer> places) {
        static Answers of(Shape shape, Machine machine) {
            Matrix x = shape.points("x");
            Matrix y = shape.points("y");
            Projection projection = new Projection(machine);
            Matrix cosines = projection.cosine(x, x.rows(0, shape.anchors()));
            Matrix other = projection.cosine(y, y.rows(0, shape.anchors()));
            int[] classes = IntStream.range(0, shape.rows()).map(i -> i % 4).toArray();
            Ranks ranks = Ranks.of(x, y, Closeness.COSINE, RUN, machine);
            Neighbours near = Neighbours.find(x, x, 5, Closeness.COSINE, true, RUN, machine);
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < shape.rows(); i++) {
                places.add(ranks.closer(i));
                places.add(ranks.tied(i));
                for (int neighbour : near.of(i)) {
                    places.add(neighbour);
                }
            }
            return new Answers(
                    cosines,
                    projection.euclidean(x, x.rows(0, shape.anchors())),
                    Silhouette.of(x, Labels.of(classes), RUN, machine),
                    LinearCka.of(x, y, RUN, machine.workers()),
                    CanonicalCorrelations.of(
                                    MatrixRows.of(cosines), MatrixRows.of(other), false, Cut.none())
                            .values(),
                    places);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void allEnginesGiveOneAnswer(Shape shape) {
        List<Machine> machines = EngineTest.machines();
        assertTrue(machines.size() > 1, "there is but one engine here");
        Answers first = Answers.of(shape, machines.get(0));
        for (Machine machine : machines.subList(1, machines.size())) {
            Answers other = Answers.of(shape, machine);
            float[] a = first.cosines().toArray();
            float[] b = other.cosines().toArray();
            for (int t = 0; t < a.length; t++) {
                assertEquals(a[t], b[t], ENGINES);
            }
            a = first.distances().toArray();
            b = other.distances().toArray();
            for (int t = 0; t < a.length; t++) {
                assertEquals(a[t], b[t], DISTANCES * a[t]);
            }
            assertArrayEquals(first.silhouettes(), other.silhouettes(), ENGINES);
            assertEquals(first.cka(), other.cka(), ENGINES);
            assertArrayEquals(first.correlations(), other.correlations(), ENGINES);
            assertEquals(first.places(), other.places());
        }
    }

    @Test
    void threadsDoNotShow() {
        for (Machine machine : EngineTest.machines()) {
            Shape shape = shapes().get(1);
            Answers one = Answers.of(shape, new Machine(machine.engines(), new Workers(1)));
            Answers three = Answers.of(shape, new Machine(machine.engines(), new Workers(3)));
            assertEquals(one.cosines(), three.cosines());
            assertEquals(one.distances(), three.distances());
            assertArrayEquals(one.silhouettes(), three.silhouettes());
            assertEquals(one.cka(), three.cka());
            assertArrayEquals(one.correlations(), three.correlations());
            assertEquals(one.places(), three.places());
        }
    }
}
