package relrep.metrics.anchor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.List;
import java.util.Map;

class AnchorQualityTest {
    /** The corners of a square; its mean is the origin, each corner at a squared distance of 2. */
    private static final Matrix SQUARE = Matrix.of(4, 2, 1, 1, 1, -1, -1, 1, -1, -1);

    private static Map<String, Double> of(Matrix anchors) {
        return new AnchorQuality().appraise(SQUARE, anchors, Run.quiet(Seed.of(1)));
    }

    /** Two corners are anchors, the others are 2 away from theirs: 1 - (4 + 4) / 8. */
    @Test
    void twoCornersByHand() {
        Map<String, Double> told = of(SQUARE.rows(0, 2));
        assertEquals(
                List.of(
                        "coverage",
                        "farthest",
                        "redundancy",
                        "duplicates",
                        "rank",
                        "condition",
                        "span"),
                List.copyOf(told.keySet()));
        assertEquals(0, told.get("coverage"), 1e-12);
        assertEquals(Math.sqrt(2), told.get("farthest"), 1e-12);
        assertEquals(0, told.get("redundancy"), 1e-12);
        assertEquals(1, told.get("rank"));
        assertEquals(0.5, told.get("span"), 1e-12);
    }

    @Test
    void whatOneAnchorCannotHaveIsAbsent() {
        Map<String, Double> told = of(SQUARE.rows(0, 1));
        assertFalse(told.containsKey("redundancy"), told.toString());
        assertFalse(told.containsKey("condition"), told.toString());
    }

    @Test
    void whatIsNotFiniteIsRefused() {
        assertEquals(
                "the anchors must be finite numbers, but row 0, column 1 is NaN",
                assertThrows(InvalidInputException.class, () -> of(Matrix.of(1, 2, 0, Float.NaN)))
                        .getMessage());
    }
}
