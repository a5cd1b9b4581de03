package relrep.api.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.run.InvalidInputException;

import java.util.Set;

class PointSimilarityTest {
    /** The first coordinate of the point, the second of the anchor. */
    private static final PointSimilarity PROBE =
            new PointSimilarity() {
                @Override
                public double compare(float[] point, float[] anchor) {
                    return 10 * point[0] + anchor[1];
                }

                @Override
                public Set<Invariance> invariances() {
                    return Set.of();
                }
            };

    @Test
    void asksForEachPairOnce() {
        Matrix points = Matrix.of(3, 2, 1, 0, 2, 0, 3, 0);
        Matrix anchors = Matrix.of(2, 2, 0, 4, 0, 5);
        assertEquals(Matrix.of(3, 2, 14, 15, 24, 25, 34, 35), PROBE.compare(points, anchors));
        assertEquals(Matrix.of(0, 2), PROBE.compare(points.rows(0, 0), anchors));
    }

    @Test
    void refusesUnequalWidths() {
        Exception refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> PROBE.compare(Matrix.of(1, 2, 0, 0), Matrix.of(1, 3, 0, 0, 0)));
        assertEquals("points and anchors must be equally wide, not 2 and 3", refused.getMessage());
    }

    @Test
    void isASimilarityWithoutStatisticsUnlessItSaysOtherwise() {
        assertSame(PROBE, PROBE.calibrate(Matrix.of(1, 2, 0, 0)));
        assertEquals(Similarity.Sense.LARGER_IS_CLOSER, PROBE.sense());
    }
}
