package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

@SuppressWarnings("FloatingPointLiteralPrecision") // powers of ten, as near as floats come
class MinkowskiTest {
    /** Rounding of sixteen float32 sums and, for powers, of up to seven products. */
    private static final double SUMS = 3e-6;

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 1.7, 2, 2.5, 3, 7, 10, 200, Double.POSITIVE_INFINITY})
    void distancesAreThoseOfThePlainFormula(double p) {
        Matrix points = ProjectionTest.gaussian(150, 37, 1, "points");
        Matrix anchors = ProjectionTest.gaussian(19, 37, 1, "anchors");
        Matrix table = Minkowski.distances(points, anchors, p);
        Matrix alone = Minkowski.distances(points, anchors, p, new Workers(1));
        assertEquals(alone, table, "threads do not show");
        for (int i = 0; i < 150; i++) {
            for (int j = 0; j < 19; j++) {
                double expected = plain(points.row(i), anchors.row(j), p);
                assertEquals(expected, table.get(i, j), SUMS * expected);
            }
        }
    }

    private static double plain(float[] x, float[] a, double p) {
        double largest = 0;
        for (int t = 0; t < x.length; t++) {
            largest = Math.max(largest, Math.abs((double) x[t] - a[t]));
        }
        if (Double.isInfinite(p)) {
            return largest;
        }
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += Math.pow(Math.abs((double) x[t] - a[t]) / largest, p);
        }
        return largest * Math.pow(sum, 1 / p);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 10, Double.POSITIVE_INFINITY})
    void equalRowsAreAtZeroAndExtremeOnesDoNoHarm(double p) {
        Matrix rows = Matrix.of(3, 2, 1e18f, 1, 0, 0, 1e-20f, 0);
        Matrix table = Minkowski.distances(rows, rows, p);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, table.get(i, i));
        }
        assertEquals(1e18f, table.get(0, 1), 1e12f);
        assertEquals(1e-20, table.get(2, 1), 1e-26);
    }

    @Test
    void widthsMustBeEqual() {
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> Minkowski.distances(Matrix.of(1, 1, 1), Matrix.of(1, 2, 1, 2), 1));
        assertEquals("points and anchors must be equally wide, not 1 and 2", refused.getMessage());
    }
}
