package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.MatrixRows;

import java.util.Arrays;

class SilhouetteTest {
    private static final Run RUN = Run.quiet(Seed.of(1));
    private static final Matrix CORNERS = Matrix.of(6, 2, 0, 0, 0, 1, 1, 0, 5, 5, 5, 6, 6, 5);

    /** (0,0) has a = (1 + 1)/2 and b = (√50 + √61 + √61)/3, so s = 1 − 3/22.69… = .867792. */
    @Test
    void sixPointsByHand() {
        assertSix(
                new int[] {0, 0, 0, 1, 1, 1},
                .867792296,
                .824932619,
                .824932619,
                .849074193,
                .836083130,
                .836083130);
        assertSix(
                new int[] {0, 0, 1, 1, 1, 0},
                .167866613,
                .172735204,
                -.535521112,
                .232794043,
                .244169841,
                -.579031180);
    }

    private static void assertSix(int[] labels, double... expected) {
        double[] exact =
                Silhouette.of(MatrixRows.of(DoubleMatrix.of(CORNERS)), Labels.of(labels), RUN);
        assertArrayEquals(expected, exact, 1e-9);
        assertArrayEquals(expected, Silhouette.of(CORNERS, Labels.of(labels), RUN), 5e-7);
    }

    @ParameterizedTest
    @MethodSource("relrep.kernels.tile.EngineTest#machines")
    void tilesGiveWhatThePlainSumGives(Machine machine) {
        for (int d : new int[] {1, 2, 50}) {
            Matrix points = ProjectionTest.gaussian(700, d, 1, "points");
            assertTiles(points, 1e-6, machine);
            float[] far = points.toArray();
            for (int t = 0; t < far.length; t++) {
                far[t] = 500 + Math.round(far[t] * 8) / 8f;
            }
            assertTiles(Matrix.of(700, d, far), 1e-6, machine);
            far[0] = 1e20f;
            far[d] = 1e-20f;
            assertTiles(Matrix.of(700, d, far), 1e-6, machine);
        }
    }

    private static void assertTiles(Matrix points, double tolerance, Machine machine) {
        int[] labels = new int[points.rows()];
        for (int i = 1; i < labels.length; i++) {
            labels[i] = i % 5 == 3 ? 1 : 2 + i % 5;
        }
        double[] exact = Silhouette.of(MatrixRows.of(points), Labels.of(labels), RUN);
        double[] tiled = Silhouette.of(points, Labels.of(labels), RUN, machine);
        assertArrayEquals(exact, tiled, tolerance);
        assertEquals(0, tiled[0], "a point alone in its class has 0");
    }

    @Test
    void pointsOnOnePlaceHaveSilhouetteZero() {
        double[] values = Silhouette.of(Matrix.of(4, 1, 2, 2, 2, 2), Labels.of(0, 0, 1, 1), RUN);
        assertArrayEquals(new double[4], values);
    }

    @Test
    void theNumberOfThreadsDoesNotShow() {
        Matrix points = ProjectionTest.gaussian(1100, 7, 1, "points");
        int[] labels = new int[1100];
        Arrays.setAll(labels, i -> i % 3);
        assertArrayEquals(
                Silhouette.of(
                        points,
                        Labels.of(labels),
                        RUN,
                        new Machine(Engines.here(), new Workers(1))),
                Silhouette.of(
                        points,
                        Labels.of(labels),
                        RUN,
                        new Machine(Engines.here(), new Workers(3))));
    }

    @Test
    void oneClassIsNotEnough() {
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> Silhouette.of(CORNERS, Labels.of(2, 2, 2, 2, 2, 2), RUN));
        assertEquals(
                "a silhouette needs samples of at least 2 classes, there are samples of 1",
                refused.getMessage());
    }
}
