package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Matrix;

import java.util.Arrays;

/** Checks that equal points give equal results at any position in a block or tile. */
class EqualRowsTest {
    @ParameterizedTest
    @MethodSource("relrep.kernels.tile.EngineTest#machines")
    void equalPointsHaveEqualRows(Machine machine) {
        for (int d : new int[] {3, 50, 129}) {
            float[] point = ProjectionTest.gaussian(1, d, 1, "point").toArray();
            float[] values = new float[1003 * d];
            for (int t = 0; t < values.length; t++) {
                values[t] = point[t % d];
            }
            Matrix points = Matrix.of(1003, d, values);
            Matrix anchors = ProjectionTest.gaussian(77, d, 1, "anchors");
            Projection projection = new Projection(machine);
            for (Matrix rows :
                    new Matrix[] {
                        projection.cosine(points, anchors), projection.euclidean(points, anchors),
                    }) {
                float[] first = rows.row(0);
                for (int i = 1; i < rows.rows(); i++) {
                    int row = i;
                    assertEquals(-1, Arrays.mismatch(first, rows.row(i)), () -> d + ", row " + row);
                }
            }
        }
    }
}
