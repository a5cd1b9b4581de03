package relrep.vectors.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.run.InvalidInputException;

import java.util.List;

class PairingTest {
    @Test
    void pairsByKeyInTheOrderOfTheSourceTheFirstOfEach() {
        Pairing pairs =
                Pairing.byKey(List.of("a", "b", "c", "a"), List.of("c", "x", "a", "c", "y"));
        assertArrayEquals(new int[] {0, 2}, pairs.source());
        assertArrayEquals(new int[] {2, 0}, pairs.target());
        assertEquals("2 rows matched by key, of 4 and 5", pairs.sentence());
    }

    @Test
    void pairsByOrder() {
        Pairing pairs = Pairing.byOrder(2, 2);
        assertArrayEquals(new int[] {0, 1}, pairs.target());
        assertEquals("2 rows matched by order", pairs.sentence());
    }

    @Test
    void refusesRowsThatCannotCorrespond() {
        assertEquals(
                "rows that are matched by their order must be equally many, not 2 and 3; keys=own"
                        + " matches them by key",
                assertThrows(InvalidInputException.class, () -> Pairing.byOrder(2, 3))
                        .getMessage());
        assertEquals(
                "rows that are matched by key must have a key in common, but none of 1, such as"
                        + " 'a', is among 1, such as 'b'",
                assertThrows(
                                InvalidInputException.class,
                                () -> Pairing.byKey(List.of("a"), List.of("b")))
                        .getMessage());
    }
}
