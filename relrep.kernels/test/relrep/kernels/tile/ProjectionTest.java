package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Seed;

import java.util.List;
import java.util.random.RandomGenerator;

class ProjectionTest {
    /** Rounding of float32 sums of up to 400 products, relative to the product of the norms. */
    private static final double SUMS = 1e-6;

    static List<Projection> projections() {
        return EngineTest.machines().stream().map(Projection::new).toList();
    }

    @ParameterizedTest
    @MethodSource("projections")
    void cosinesAreThoseOfThePlainFormula(Projection projection) {
        for (int[] shape : new int[][] {{1, 1, 1}, {7, 3, 5}, {300, 17, 48}, {530, 400, 1100}}) {
            Matrix points = gaussian(shape[0], shape[1], 1, "points");
            Matrix anchors = gaussian(shape[2], shape[1], 100, "anchors");
            Matrix table = projection.cosine(points, anchors);
            for (int i = 0; i < shape[0]; i++) {
                for (int j = 0; j < shape[2]; j++) {
                    assertEquals(cosine(points.row(i), anchors.row(j)), table.get(i, j), SUMS);
                }
            }
        }
    }

    /** From 1e-5, where a float32 cosine is 1, to π. */
    @ParameterizedTest
    @MethodSource("projections")
    void anglesAreAccurateSmallOnesIncluded(Projection projection) {
        float[] rows = new float[400];
        for (int i = 0; i < 200; i++) {
            double angle = i < 100 ? Math.pow(10, -5 + i / 20.) : Math.PI * (i - 99) / 100;
            rows[2 * i] = (float) (5 * Math.cos(angle));
            rows[2 * i + 1] = (float) (5 * Math.sin(angle));
        }
        Matrix points = Matrix.of(200, 2, rows);
        Matrix anchors = Matrix.of(2, 2, 3, 0, 0, 0);
        Matrix table = projection.angle(points, anchors);
        for (int i = 0; i < 200; i++) {
            double expected = Math.abs(Math.atan2(rows[2 * i + 1], rows[2 * i]));
            assertEquals(expected, table.get(i, 0), 4e-7);
            assertEquals(Math.PI / 2, table.get(i, 1), 1e-7);
        }
        assertEquals(0, projection.angle(points, points).get(150, 150));
    }

    @ParameterizedTest
    @MethodSource("projections")
    void distancesAreThoseOfThePlainFormula(Projection projection) {
        for (int[] shape : new int[][] {{1, 1, 1}, {7, 3, 5}, {300, 17, 48}, {530, 400, 1100}}) {
            Matrix points = gaussian(shape[0], shape[1], 1, "points");
            Matrix anchors = gaussian(shape[2], shape[1], 1, "anchors");
            assertDistances(points, anchors, projection.euclidean(points, anchors), 3e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("projections")
    void distancesAreAccurateFarFromTheOriginAndNearToEachOther(Projection projection) {
        float[] rows = gaussian(150, 50, 1, "points").toArray();
        for (int t = 0; t < rows.length; t++) {
            rows[t] = 1000 + (t < rows.length / 2 ? rows[t] : 1e-2f * rows[t]);
        }
        Matrix points = Matrix.of(150, 50, rows);
        Matrix table = projection.euclidean(points, points);
        assertDistances(points, points, table, 3e-6);
        for (int i = 0; i < 150; i++) {
            assertEquals(0, table.get(i, i), "a point is at distance 0 from itself");
        }
    }

    @ParameterizedTest
    @MethodSource("projections")
    void distancesBearSquaresThatLeaveTheRangeOfFloat(Projection projection) {
        Matrix points = Matrix.of(2, 2, 3e30f, 4e30f, 3e-30f, 4e-30f);
        Matrix anchors = Matrix.of(1, 2, 0, 0);
        Matrix table = projection.euclidean(points.rows(1, 2), anchors);
        assertEquals(5e-30, table.get(0, 0), 1e-35);
        assertEquals(5e30f, projection.euclidean(points, anchors).get(0, 0));
    }

    @ParameterizedTest
    @MethodSource("projections")
    void theZeroVectorHasCosineZeroAndExtremeNormsDoNoHarm(Projection projection) {
        Matrix points = Matrix.of(4, 2, 0, 0, 3e30f, 4e30f, 3e-9f, 4e-9f, 6, 8);
        Matrix anchors = Matrix.of(3, 2, 1, 0, 0, 0, 3e20f, 4e20f);
        Matrix table = projection.cosine(points, anchors);
        float[] same = {.6f, 0, 1};
        float[][] expected = {{0, 0, 0}, same, same, same};
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(expected[i][j], table.get(i, j), SUMS);
            }
        }
    }

    /** Enough rows for long strips, and anchors for two panels side by side. */
    @ParameterizedTest
    @MethodSource("projections")
    void narrowRowsAndManyOfThemGoWhereTheyBelong(Projection projection) {
        Matrix points = gaussian(3700, 5, 1, "points");
        Matrix anchors = gaussian(970, 5, 1, "anchors");
        Matrix cosines = projection.cosine(points, anchors);
        Matrix distances = projection.euclidean(points, anchors);
        for (int i = 0; i < 3700; i += 37) {
            float[] point = points.row(i);
            for (int j = 0; j < 970; j++) {
                double distance = Math.sqrt(ExactScores.squaredDistance(point, anchors.row(j)));
                assertEquals(cosine(point, anchors.row(j)), cosines.get(i, j), SUMS);
                assertEquals(distance, distances.get(i, j), 3e-6 * distance);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("projections")
    void anEntryDoesNotDependOnTheOtherRows(Projection projection) {
        Matrix points = gaussian(600, 33, 1, "points");
        Matrix anchors = gaussian(70, 33, 1, "anchors");
        Matrix table = projection.cosine(points, anchors);
        assertArrayEquals(
                table.row(123),
                projection.cosine(points.rows(123, 124), anchors).row(0),
                (float) SUMS);
    }

    @ParameterizedTest
    @MethodSource("relrep.kernels.tile.EngineTest#engines")
    void theNumberOfThreadsDoesNotShow(Engine engine) {
        Matrix points = gaussian(600, 33, 1, "points");
        Matrix anchors = gaussian(70, 33, 1, "anchors");
        Projection alone = new Projection(new Machine(Engines.only(engine), new Workers(1)));
        Projection many = new Projection(new Machine(Engines.only(engine), new Workers(3)));
        assertEquals(alone.cosine(points, anchors), many.cosine(points, anchors));
        assertEquals(alone.euclidean(points, anchors), many.euclidean(points, anchors));
    }

    @ParameterizedTest
    @MethodSource("projections")
    void standardisedCosinesAreThoseOfStandardisedRows(Projection projection) {
        Matrix points = gaussian(200, 9, 3, "points");
        Moments moments = Moments.of(points);
        double[] factor = new double[9];
        for (int j = 0; j < 9; j++) {
            factor[j] = 1 / Math.sqrt(moments.variance()[j]);
        }
        factor[4] = 0;
        Matrix table =
                projection.cosine(
                        points, points.rows(0, 20), Standardisation.of(moments.mean(), factor));
        float[] a = standardised(points.row(7), moments.mean(), factor);
        float[] b = standardised(points.row(3), moments.mean(), factor);
        assertEquals(cosine(a, b), table.get(7, 3), SUMS);
    }

    @Test
    void widthsMustBeEqual() {
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () ->
                                Projection.create()
                                        .cosine(Matrix.of(1, 2, 1, 2), Matrix.of(1, 1, 1)));
        assertEquals("points and anchors must be equally wide, not 2 and 1", refused.getMessage());
    }

    static Matrix gaussian(int n, int d, double scale, String name) {
        RandomGenerator random = Seed.of(7).branch(name).random();
        float[] values = new float[n * d];
        for (int t = 0; t < values.length; t++) {
            values[t] = (float) (scale * (random.nextGaussian() + .3));
        }
        return Matrix.of(n, d, values);
    }

    private static float[] standardised(float[] row, double[] mean, double[] factor) {
        float[] out = new float[row.length];
        for (int j = 0; j < out.length; j++) {
            out[j] = (float) ((row[j] - mean[j]) * factor[j]);
        }
        return out;
    }

    private static double cosine(float[] x, float[] a) {
        double xa = 0;
        double xx = 0;
        double aa = 0;
        for (int t = 0; t < x.length; t++) {
            xa += (double) x[t] * a[t];
            xx += (double) x[t] * x[t];
            aa += (double) a[t] * a[t];
        }
        return xa / Math.sqrt(xx * aa);
    }

    private static void assertDistances(
            Matrix points, Matrix anchors, Matrix table, double tolerance) {
        for (int i = 0; i < points.rows(); i++) {
            for (int j = 0; j < anchors.rows(); j++) {
                double sum = 0;
                for (int t = 0; t < points.cols(); t++) {
                    double v = (double) points.get(i, t) - anchors.get(j, t);
                    sum += v * v;
                }
                double distance = Math.sqrt(sum);
                assertEquals(distance, table.get(i, j), tolerance * distance);
            }
        }
    }
}
