package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.MatrixRows;

class LinearCkaTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    @Test
    void eightPointsOnALine() {
        double[] x = new double[32];
        for (int i = 0; i < 32; i++) {
            x[i] = i;
        }
        DoubleMatrix y =
                DoubleMatrix.of(
                        8, 4, 1, 2, 27, 22, 0, 28, 15, 18, 12, 9, 14, 8, 11, 19, 16, 13, 31, 20, 10,
                        3, 24, 5, 7, 29, 4, 30, 21, 6, 26, 17, 23, 25);
        assertEquals(
                .2815003967,
                LinearCka.of(MatrixRows.of(DoubleMatrix.of(8, 4, x)), MatrixRows.of(y)),
                1e-8);
    }

    @Test
    void sixPointsInTwoSpaces() {
        DoubleMatrix x = DoubleMatrix.of(6, 2, 1, .2, .9, .5, .1, 1, -.7, .8, -1, -.3, .4, -.9);
        DoubleMatrix y =
                DoubleMatrix.of(6, 2, .9, .35, .3, .95, .2, .8, -.8, .5, -.9, -.6, .55, -.7);
        assertEquals(.9279304416, LinearCka.of(MatrixRows.of(x), MatrixRows.of(y)), 1e-8);
        assertEquals(.9279304416, LinearCka.of(Six.X, Six.Y, RUN), 1e-6);
    }

    @Test
    void itIsThatOfTheGramMatricesOfSamples() {
        Matrix x = ProjectionTest.gaussian(40, 5, 1, "x");
        Matrix y = ProjectionTest.gaussian(40, 9, 1, "y");
        double[][] k = centredGram(x);
        double[][] l = centredGram(y);
        double expected = inner(k, l) / Math.sqrt(inner(k, k) * inner(l, l));
        assertEquals(expected, LinearCka.of(MatrixRows.of(x), MatrixRows.of(y)), 1e-12);
    }

    @Test
    void blocksOfFloatsGiveWhatDoublesGive() {
        Matrix x = far(ProjectionTest.gaussian(5000, 20, 1, "x"));
        Matrix y = far(ProjectionTest.gaussian(5000, 30, 1, "y"));
        double expected = LinearCka.of(MatrixRows.of(x), MatrixRows.of(y));
        double found = LinearCka.of(x, y, RUN, new Workers(3));
        assertEquals(expected, found, 1e-6 * expected);
        assertEquals(found, LinearCka.of(x, y, RUN, new Workers(1)));
    }

    /** The first three coordinates are shared by all, the mean is 300. */
    private static Matrix far(Matrix points) {
        Matrix shared = ProjectionTest.gaussian(points.rows(), 3, 2, "shared");
        float[] values = points.toArray();
        for (int i = 0; i < points.rows(); i++) {
            for (int t = 0; t < points.cols(); t++) {
                values[i * points.cols() + t] += 300 + (t < 3 ? shared.get(i, t) : 0);
            }
        }
        return Matrix.of(points.rows(), points.cols(), values);
    }

    @Test
    void rowsMustDifferAndBePaired() {
        Matrix point = Matrix.of(3, 2, 1, 2, 1, 2, 1, 2);
        Matrix points = Matrix.of(3, 1, 1, 2, 3);
        assertRefused(
                "the rows of both spaces must differ, but those of the second are all equal",
                points,
                point);
        assertRefused("paired rows must be equally many, not 3 and 2", points, points.rows(0, 2));
    }

    private static void assertRefused(String sentence, Matrix x, Matrix y) {
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> LinearCka.of(x, y, RUN));
        assertEquals(sentence, refused.getMessage());
    }

    private static double[][] centredGram(Matrix x) {
        int n = x.rows();
        double[] mean = Moments.of(x).mean();
        double[][] gram = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int t = 0; t < x.cols(); t++) {
                    gram[i][j] += (x.get(i, t) - mean[t]) * (x.get(j, t) - mean[t]);
                }
            }
        }
        return gram;
    }

    private static double inner(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += a[i][j] * b[i][j];
            }
        }
        return sum;
    }
}
