package relrep.vectors.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Seed;

import java.util.Arrays;
import java.util.stream.IntStream;

class HoldoutSplitTest {
    private static HoldoutSplit of(int rows, double share, int most, int... anchors) {
        return HoldoutSplit.of(rows, share, most, anchors, Seed.of(1));
    }

    @Test
    void everyRowIsInOnePart() {
        HoldoutSplit parting = of(50, 0.2, 1000);
        assertEquals(10, parting.heldOut().length);
        int[] all =
                IntStream.concat(
                                Arrays.stream(parting.training()), Arrays.stream(parting.heldOut()))
                        .sorted()
                        .toArray();
        assertArrayEquals(IntStream.range(0, 50).toArray(), all);
    }

    @Test
    void anchorsAreLearntFromAlsoBeyondTheLimit() {
        HoldoutSplit parting = of(50, 0.4, 3, 7, 3, 7, 11, 30);
        assertArrayEquals(new int[] {3, 7, 11, 30}, parting.training());
        assertEquals(3, parting.heldOut().length);
        assertEquals(30, parting.trainingOf());
        assertEquals(20, parting.heldOutOf());
    }

    @Test
    void thereIsAlwaysSomethingOnBothSides() {
        assertEquals(2, of(4, 0.01, 10).heldOut().length);
        assertEquals(2, of(4, 0.99, 10).training().length);
        String few = assertThrows(InvalidInputException.class, () -> of(3, 0.5, 10)).getMessage();
        assertEquals(
                "a comparison needs at least 4 rows that match, 2 to learn from and 2 to measure,"
                        + " and has 3",
                few);
    }

    @Test
    void anchorsThatLeaveTooFewRowsAreRefused() {
        String sentence =
                assertThrows(
                                InvalidInputException.class,
                                () -> of(10, 0.5, 10, 0, 1, 2, 3, 4, 5, 6))
                        .getMessage();
        assertTrue(sentence.startsWith("anchors must leave 5 rows to be measured"), sentence);
    }
}
