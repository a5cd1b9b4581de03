package relrep.report.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;

final class PlaneTest {
    @Test
    void twoCoordinatesStayAsTheyAre() {
        assertArrayEquals(new double[] {3, -4}, Plane.of(Matrix.of(1, 2, 3, -4))[0]);
        assertArrayEquals(new double[] {3, 0}, Plane.of(Matrix.of(1, 1, 3))[0]);
    }

    /** Points on a cross in space: its long arm is the first component, its short the second. */
    @Test
    void moreAreProjectedOnTheirPrincipalComponents() {
        double[][] plane = Plane.of(Matrix.of(4, 3, 1, 5, 3, 1, 5, -3, 1, 6, 0, 1, 4, 0));
        assertArrayEquals(new double[] {3, 0}, plane[0], 1e-9);
        assertArrayEquals(new double[] {-3, 0}, plane[1], 1e-9);
        assertArrayEquals(new double[] {0, 1}, plane[2], 1e-9);
        assertArrayEquals(new double[] {0, -1}, plane[3], 1e-9);
    }

    @Test
    void oneAndTheSamePointIsInTheMiddle() {
        assertEquals(0, Plane.of(Matrix.of(2, 3, 1, 2, 3, 1, 2, 3))[1][0]);
    }
}
