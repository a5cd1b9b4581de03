package relrep.kernels.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.kernels.tile.AffineMap;

class AffineMapTest {
    /** Floats: sums of up to 65 terms near 1. */
    private static final double FLOAT = 2e-5;

    @ParameterizedTest
    @CsvSource({"0,3,2", "1,3,2", "2049,5,7", "300,64,65", "10,1,1", "4,0,3"})
    void floatsGoThroughAsDoublesDo(int n, int d, int m) {
        DoubleMatrix points = Draws.normal("points", n, d);
        AffineMap map = new AffineMap(Draws.normal("w", d, m), Draws.normal("b", 1, m).row(0));
        Matrix offHeap = points.toMatrix();
        Matrix onHeap = Matrix.of(n, d, offHeap.toArray());
        DoubleMatrix expected = map.apply(points);
        assertEquals(0, Draws.difference(expected, DoubleMatrix.of(map.apply(offHeap))), FLOAT);
        assertEquals(map.apply(offHeap), map.apply(onHeap));
    }

    @Test
    void anotherWidthIsRefused() {
        AffineMap map = AffineMap.linear(DoubleMatrix.identity(3));
        assertEquals(
                "a map of 3 coordinates was given rows with 2",
                assertThrows(
                                InvalidInputException.class,
                                () -> map.apply(Matrix.of(1, 2, new float[2])))
                        .getMessage());
    }
}
