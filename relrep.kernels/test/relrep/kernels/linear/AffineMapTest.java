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

    @ParameterizedTest
    @CsvSource({"3,2", "5,7", "64,65", "1,1", "0,3", "384,384"})
    void oneVectorGoesThroughAsARowDoes(int d, int m) {
        DoubleMatrix point = Draws.normal("point", 1, d);
        AffineMap map = new AffineMap(Draws.normal("w", d, m), Draws.normal("b", 1, m).row(0));
        DoubleMatrix expected = map.apply(point);
        float[] image = map.apply(point.toMatrix().toArray());
        assertEquals(
                0, Draws.difference(expected, DoubleMatrix.of(Matrix.of(1, m, image))), 5 * FLOAT);
    }

    /** Where no float holds the weights, the map of one vector is exact all the same. */
    @Test
    void weightsOutsideOfFloatsReachOneVector() {
        double far = 0x1p-140;
        AffineMap map = AffineMap.linear(DoubleMatrix.of(1, 2, new double[] {far, 3 * far}));
        float[] image = map.apply(new float[] {0x1p100f});
        assertEquals(0x1p-40f, image[0]);
        assertEquals(3 * 0x1p-40f, image[1]);
    }

    @Test
    void anotherWidthOfOneVectorIsRefused() {
        AffineMap map = AffineMap.linear(DoubleMatrix.identity(3));
        assertEquals(
                "a map of 3 coordinates was given rows with 2",
                assertThrows(InvalidInputException.class, () -> map.apply(new float[2]))
                        .getMessage());
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
