package relrep.similarity.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.kernels.linear.DoubleMatrix;

/** Compares with values computed elsewhere: doubles to 1e-8, float matrices to 1e-6. */
class GoldenTest {
    private static final double DOUBLE = 1e-8;
    private static final double FLOAT = 1e-6;

    private static final DoubleMatrix X =
            DoubleMatrix.of(6, 2, 1, .2, .9, .5, .1, 1, -.7, .8, -1, -.3, .4, -.9);

    /** The anchors are points 0, 2 and 4. */
    private static final DoubleMatrix A = DoubleMatrix.of(3, 2, 1, .2, .1, 1, -1, -.3);

    private static final DoubleMatrix POINT = DoubleMatrix.of(1, 2, 3, 4);
    private static final DoubleMatrix ANCHORS =
            DoubleMatrix.of(5, 2, 1, 0, 0, 2, -1, -1, 3, 4, 0, 0);

    @Test
    void cosine() {
        double[] row = {.952424147, .570214678, -.976839286};
        near(row, CosineTable.of(X, A).values().row(1), DOUBLE);
        near(row, new Cosine().compare(X.toMatrix(), A.toMatrix()), 1);
        double[] other = {.6, .8, -.989949494, 1, 0};
        near(other, CosineTable.of(POINT, ANCHORS).values().row(0), DOUBLE);
        near(other, new Cosine().compare(POINT.toMatrix(), ANCHORS.toMatrix()), 0);
    }

    @Test
    void euclidean() {
        double[] row = {4.472135955, 3.605551275, 6.403124237, 0, 5};
        near(row, new DistanceTable(POINT, ANCHORS).values().row(0), DOUBLE);
        near(row, new Euclidean().compare(POINT.toMatrix(), ANCHORS.toMatrix()), 0);
    }

    @Test
    void robustCosine() {
        double[] row = {.914351652, .367844360, -.995494398};
        double[] mean = {.7 / 6, 1.3 / 6};
        double[] variance = new double[2];
        for (int i = 0; i < 12; i++) {
            variance[i % 2] += Math.pow(X.get(i / 2, i % 2) - mean[i % 2], 2) / 6;
        }
        Statistics statistics = Statistics.of(mean, variance, 1e-5);
        CosineTable table = CosineTable.of(statistics.apply(X), statistics.apply(A));
        near(row, table.values().row(1), DOUBLE);
        Matrix points = X.toMatrix();
        near(row, new RobustCosine().compare(points, A.toMatrix()), 1);
        near(row, new RobustCosine().calibrate(points).compare(points, A.toMatrix()), 1);
    }

    private static void near(double[] expected, Matrix actual, int row) {
        double[] values = new double[expected.length];
        for (int j = 0; j < values.length; j++) {
            values[j] = actual.get(row, j);
        }
        near(expected, values, FLOAT);
    }

    private static void near(double[] expected, double[] actual, double tolerance) {
        for (int j = 0; j < expected.length; j++) {
            double scale = Math.max(1, Math.abs(expected[j]));
            assertEquals(expected[j], actual[j], tolerance * scale, "anchor " + j);
        }
    }
}
