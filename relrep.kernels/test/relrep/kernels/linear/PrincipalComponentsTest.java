package relrep.kernels.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;

import java.util.Random;

class PrincipalComponentsTest {
    @Test
    void findsDirectionsByVariance() {
        Matrix cross = Matrix.of(4, 2, 5, 4, 1, 0, 4, 1, 2, 3);
        PrincipalComponents found = PrincipalComponents.of(MatrixRows.of(cross));
        double half = Math.sqrt(.5);
        assertArrayEquals(new double[] {3, 2}, found.mean());
        assertArrayEquals(new double[] {2, 1}, found.deviations(), 1e-14);
        assertArrayEquals(
                new double[] {half, half, half, -half}, found.directions().toArray(), 1e-14);
        assertEquals(2, found.rank());
    }

    /** Fewer rows than coordinates: the directions are a whole orthonormal basis all the same. */
    @Test
    void fillsTheBasis() {
        Random random = new Random(5);
        float[] values = new float[3 * 7];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        PrincipalComponents found = PrincipalComponents.of(MatrixRows.of(Matrix.of(3, 7, values)));
        assertEquals(2, found.rank());
        DoubleMatrix v = found.directions();
        assertTrue(v.timesTranspose(v).plusDiagonal(-1).norm() < 1e-13);
    }

    /** Columns far from 0 whose differences are rounding are no directions. */
    @Test
    void roundingIsNoDirection() {
        float a = 1000;
        Matrix rows = Matrix.of(3, 2, a, 1, Math.nextUp(a), 2, a, 4);
        assertEquals(1, PrincipalComponents.of(MatrixRows.of(rows)).rank());
    }
}
