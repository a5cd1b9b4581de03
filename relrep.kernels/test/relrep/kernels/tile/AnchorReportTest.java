package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.Random;

class AnchorReportTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    /** The corners of a square of side 2 around (1, 1): mean (1, 1), squares 2 each. */
    private static final Matrix SQUARE = Matrix.of(4, 2, 0, 0, 2, 0, 0, 2, 2, 2);

    private static AnchorReport of(float... anchors) {
        return AnchorReport.of(SQUARE, Matrix.of(anchors.length / 2, 2, anchors), RUN);
    }

    /** Missed are 0 + 0 + 4 + 4 of 8; the anchors differ along one axis, which has half of it. */
    @Test
    void twoCornersByHand() {
        AnchorReport report = of(0, 0, 2, 0);
        assertEquals(2, report.anchors());
        assertEquals(0, report.coverage(), 1e-12);
        assertEquals(2 / Math.sqrt(2), report.farthest(), 1e-12);
        assertEquals(0, report.redundancy(), 1e-12);
        assertEquals(0, report.duplicates());
        assertEquals(1, report.rank());
        assertEquals(1, report.condition(), 1e-12);
        assertEquals(.5, report.span(), 1e-12);
    }

    @Test
    void allPointsCoverThemselves() {
        AnchorReport report = AnchorReport.of(SQUARE, SQUARE, RUN);
        assertEquals(1, report.coverage(), 1e-12);
        assertEquals(0, report.farthest(), 1e-12);
        assertEquals(2, report.rank());
        assertEquals(1, report.condition(), 1e-6);
        assertEquals(1, report.span(), 1e-12);
    }

    /** Thrice the same: one bundle, no direction. */
    @Test
    void copiesAreCountedAndSpanNothing() {
        AnchorReport report = of(0, 0, 0, 0, 0, 0);
        assertEquals(2, report.duplicates());
        assertEquals(1, report.redundancy(), 1e-12);
        assertEquals(0, report.rank());
        assertTrue(Double.isNaN(report.condition()));
        assertEquals(0, report.span());
        assertEquals(1 - 16 / 8., report.coverage(), 1e-12);
    }

    @Test
    void oneAnchorAtTheMeanExplainsNothing() {
        AnchorReport report = of(1, 1);
        assertEquals(0, report.coverage(), 1e-12);
        assertTrue(Double.isNaN(report.redundancy()));
    }

    @Test
    void thereMustBeAnchorsAndPointsThatDiffer() {
        assertEquals(
                "a report on anchors needs 1 at least, there is none",
                assertThrows(InvalidInputException.class, AnchorReportTest::of).getMessage());
        Matrix equal = Matrix.of(3, 1, 5, 5, 5);
        assertEquals(
                "a report on anchors needs points that differ, all 3 are equal",
                assertThrows(InvalidInputException.class, () -> AnchorReport.of(equal, equal, RUN))
                        .getMessage());
    }

    /** Columns a trillion apart in size have a condition; a quintillion apart, rounding decides. */
    @Test
    void aConditionThatRoundingDecidesIsNotGiven() {
        Random random = new Random(7);
        for (float size : new float[] {1e-6f, 1e-9f}) {
            float[] values = new float[250 * 3];
            for (int i = 0; i < values.length; i++) {
                float scale = i % 3 == 0 ? size : i % 3 == 1 ? 1 : 1 / size;
                values[i] = (float) random.nextGaussian() * scale;
            }
            Matrix points = Matrix.of(250, 3, values);
            AnchorReport report = AnchorReport.of(points, points.rows(0, 200), RUN);
            if (size == 1e-6f) {
                assertEquals(12, Math.log10(report.condition()), 0.3);
            } else {
                assertTrue(Double.isNaN(report.condition()), () -> report.toString());
            }
        }
    }
}
