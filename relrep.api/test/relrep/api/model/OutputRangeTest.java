package relrep.api.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

class OutputRangeTest {
    private static final Matrix SAMPLES = Matrix.of(2, 2, -3, 0.25f, 1, 7);

    @Test
    void theNearestIsInsideAndLeavesWhatIsInside() {
        assertArrayEquals(
                new float[] {0, 0.25f, 1, 1}, new OutputRange(0, 1).nearest(SAMPLES).toArray());
        assertArrayEquals(
                new float[] {0, 0.25f, 1, 7},
                new OutputRange(0, Double.POSITIVE_INFINITY).nearest(SAMPLES).toArray());
        assertEquals(SAMPLES, OutputRange.ALL.nearest(SAMPLES));
    }

    @Test
    void oneEndIsEnoughToBeBounded() {
        assertFalse(OutputRange.ALL.bounded());
        assertTrue(new OutputRange(0, Double.POSITIVE_INFINITY).bounded());
        assertTrue(new OutputRange(Double.NEGATIVE_INFINITY, 3).bounded());
    }

    @Test
    void endsInTheirOrder() {
        assertEquals(
                "an output range must go from low to high, not from 1.0 to 0.0",
                assertThrows(InvalidInputException.class, () -> new OutputRange(1, 0))
                        .getMessage());
    }
}
