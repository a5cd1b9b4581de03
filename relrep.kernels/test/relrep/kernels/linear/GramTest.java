package relrep.kernels.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;

class GramTest {
    /** 9,000 terms near 1. */
    private static final double ROUNDING = 1e-10;

    /** Numbers of rows around the size of a block and of a stretch, and of many stretches. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 1024, 1025, 1300, 9000})
    void sumsEqualTheDefinition(int n) {
        DoubleMatrix x = Draws.normal("x", n, 9);
        DoubleMatrix y = Draws.normal("y", n, 5);
        DoubleMatrix xx = Draws.product(x.transpose(), x);
        DoubleMatrix xy = Draws.product(x.transpose(), y);
        assertEquals(0, Draws.difference(xx, Gram.of(MatrixRows.of(x))), ROUNDING);
        assertEquals(
                0, Draws.difference(xy, Gram.of(MatrixRows.of(x), MatrixRows.of(y))), ROUNDING);
        Gram.Both both = Gram.both(MatrixRows.of(x), MatrixRows.of(y));
        assertEquals(Gram.of(MatrixRows.of(x)), both.square());
        assertEquals(Gram.of(MatrixRows.of(x), MatrixRows.of(y)), both.cross());
        assertEquals(xx.trace(), Gram.squares(MatrixRows.of(x)), 1e-14 * xx.trace());
        if (n > 0) {
            DoubleMatrix r = Triangle.of(MatrixRows.of(x), MatrixRows.of(y));
            assertEquals(
                    0,
                    Draws.difference(r.transposeTimes(r), x.beside(y).transposeTimes(x.beside(y))),
                    ROUNDING);
            assertEquals(0, r.get(13, 0));
        }
    }

    /** What the caller's thread does alone has the bits of what all do together. */
    @Test
    void theNumberOfThreadsDoesNotShow() throws Exception {
        MatrixRows x = MatrixRows.of(Draws.normal("x", 5000, 9));
        MatrixRows y = MatrixRows.of(Draws.normal("y", 5000, 5));
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            assertEquals(one.submit(() -> Gram.both(x, y)).get(), Gram.both(x, y));
        } finally {
            one.shutdown();
        }
    }

    @Test
    void floatsAreReadAsTheyAreAndLessTheirMean() {
        Matrix x = Draws.normal("floats", 1000, 17).toMatrix();
        DoubleMatrix wide = DoubleMatrix.of(x);
        assertEquals(wide, MatrixRows.of(x).toMatrix());
        double[] mean = MatrixRows.of(x).mean();
        assertArrayEquals(mean, MatrixRows.of(wide).mean());
        double[] column = wide.cols(3, 4).toArray();
        assertEquals(Arrays.stream(column).average().orElseThrow(), mean[3], 1e-15);
        assertArrayEquals(new double[17], MatrixRows.of(x).minus(mean).mean(), 1e-15);
    }

    @Test
    void whatIsNotPairedIsRefused() {
        MatrixRows three = MatrixRows.of(Draws.normal("3", 3, 2));
        MatrixRows four = MatrixRows.of(Draws.normal("4", 4, 2));
        assertEquals(
                "paired rows must be equally many, not 3 and 4",
                assertThrows(InvalidInputException.class, () -> Gram.of(three, four)).getMessage());
        assertEquals(
                "a shift of rows 2 wide must have as many values, not 1",
                assertThrows(InvalidInputException.class, () -> three.minus(new double[1]))
                        .getMessage());
        assertEquals(
                "a mean needs at least 1 row, there is none",
                assertThrows(
                                InvalidInputException.class,
                                () -> MatrixRows.of(DoubleMatrix.of(0, 2)).mean())
                        .getMessage());
    }
}
