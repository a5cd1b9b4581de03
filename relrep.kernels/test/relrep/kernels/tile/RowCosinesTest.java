package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.MatrixRows;

import java.util.Arrays;

class RowCosinesTest {
    @Test
    void sixPointsInTwoSpaces() {
        DoubleMatrix x = DoubleMatrix.of(6, 2, 1, .2, .9, .5, .1, 1, -.7, .8, -1, -.3, .4, -.9);
        DoubleMatrix y =
                DoubleMatrix.of(6, 2, .9, .35, .3, .95, .2, .8, -.8, .5, -.9, -.6, .55, -.7);
        assertEquals(.9306467233, mean(RowCosines.of(MatrixRows.of(x), MatrixRows.of(y))), 1e-8);
        assertEquals(
                .9306467233, mean(RowCosines.of(MatrixRows.of(Six.X), MatrixRows.of(Six.Y))), 1e-6);
    }

    @Test
    void rowsOfManyBlocksAndZeroRows() {
        Matrix x = ProjectionTest.gaussian(600, 5, 1, "x");
        Matrix y = ProjectionTest.gaussian(600, 5, 1, "y");
        double[] expected = new double[600];
        Arrays.setAll(expected, i -> Reference.cosine(x.row(i), y.row(i)));
        assertArrayEquals(expected, RowCosines.of(MatrixRows.of(x), MatrixRows.of(y)), 1e-12);
        assertArrayEquals(expected, RowCosines.of(x, y), 1e-12);
        Matrix zeros = Matrix.of(2, 1, 0, 3);
        assertArrayEquals(new double[] {0, 1}, RowCosines.of(zeros, zeros));
        MatrixRows zero = MatrixRows.of(Matrix.of(2, 1, 0, 3));
        assertArrayEquals(new double[] {0, 1}, RowCosines.of(zero, zero));
    }

    @Test
    void shapesMustBeOne() {
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () ->
                                RowCosines.of(
                                        MatrixRows.of(Six.X),
                                        MatrixRows.of(Matrix.of(6, 1, new float[6]))));
        assertEquals("paired rows must have one shape, not 6 × 2 and 6 × 1", refused.getMessage());
    }

    @Test
    void floatsOfAnyWidthAreSummedInDouble() {
        for (int d = 1; d < 10; d++) {
            Matrix x = ProjectionTest.gaussian(20, d, 1e15, "x" + d);
            Matrix y = ProjectionTest.gaussian(20, d, 1e-15, "y" + d);
            double[] expected = new double[20];
            Arrays.setAll(expected, i -> Reference.cosine(x.row(i), y.row(i)));
            assertArrayEquals(expected, RowCosines.of(x, y), 1e-12);
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
