package relrep.kernels.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

class DoubleMatrixTest {
    /** Products are sums of at most 97 terms near 1: a few units of rounding each. */
    private static final double ROUNDING = 1e-12;

    private final DoubleMatrix a = Draws.normal("a", 61, 97);
    private final DoubleMatrix b = Draws.normal("b", 97, 23);

    @Test
    void productsEqualTheDefinition() {
        DoubleMatrix expected = Draws.product(a, b);
        assertEquals(0, Draws.difference(a.times(b), expected), ROUNDING);
        assertEquals(0, Draws.difference(a.transpose().transposeTimes(b), expected), ROUNDING);
        assertEquals(0, Draws.difference(a.timesTranspose(b.transpose()), expected), ROUNDING);
    }

    @Test
    void emptyProductsAreZero() {
        DoubleMatrix none = DoubleMatrix.of(3, 0);
        assertEquals(DoubleMatrix.of(3, 3, new double[9]), none.timesTranspose(none));
        assertEquals(DoubleMatrix.of(0, 0), none.transposeTimes(none));
    }

    @Test
    void partsAndSidesAreWhereTheyBelong() {
        DoubleMatrix m = DoubleMatrix.of(new double[] {1, 2, 3}, new double[] {4, 5, 6});
        assertEquals(DoubleMatrix.of(2, 1, 2, 5), m.cols(1, 2));
        assertEquals(DoubleMatrix.of(1, 3, 4, 5, 6), m.rows(1, 2));
        assertEquals(DoubleMatrix.of(3, 2, 1, 4, 2, 5, 3, 6), m.transpose());
        assertEquals(m, m.cols(0, 1).beside(m.cols(1, 3)));
        assertEquals(DoubleMatrix.of(2, 3, 2, 0, -3, 8, 0, -6), m.scaledColumns(2, 0, -1));
        assertEquals(DoubleMatrix.of(2, 3, 2, 4, 6, -4, -5, -6), m.scaledRows(2, -1));
        assertArrayEquals(new double[] {9, 12, 15}, m.leftTimes(1, 2));
        assertEquals(91, m.dot(m));
        assertEquals(Math.sqrt(91), m.norm());
    }

    @Test
    void floatsComeInExactlyAndGoOutRounded() {
        Matrix floats = Matrix.of(1, 2, new float[] {0.1f, -3e38f});
        assertEquals((double) 0.1f, DoubleMatrix.of(floats).get(0, 0));
        assertEquals(floats, DoubleMatrix.of(floats).toMatrix());
        assertEquals(floats.get(0, 0), DoubleMatrix.of(1, 1, 0.1).toMatrix().get(0, 0));
    }

    @Test
    void shapesThatDoNotGoTogetherAreRefused() {
        refused(
                "a product needs one inner size, not a 61 × 97 matrix and a 61 × 97 matrix",
                () -> a.times(a));
        refused(
                "a sum needs equal shapes, not a 61 × 97 matrix and a 97 × 23 matrix",
                () -> a.plus(b));
        refused("a 2 × 2 matrix must have 4 values, not 3", () -> DoubleMatrix.of(2, 2, 1, 2, 3));
        refused(
                "the rows of a matrix must be equally long: row 0 has 1 values, row 1 has 2",
                () -> DoubleMatrix.of(new double[] {1}, new double[] {1, 2}));
        refused("the trace needs a square matrix, not a 61 × 97 matrix", a::trace);
    }

    private static void refused(String sentence, org.junit.jupiter.api.function.Executable call) {
        assertEquals(sentence, assertThrows(InvalidInputException.class, call).getMessage());
    }
}
