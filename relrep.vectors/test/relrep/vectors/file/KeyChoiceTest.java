package relrep.vectors.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class KeyChoiceTest {
    private static final Matrix THREE = Matrix.of(3, 1, 1, 2, 3);
    private static final Matrix FIVE = Matrix.of(5, 1, 1, 2, 3, 4, 5);
    private static final MemoryFile ABC = MemoryFile.of(THREE, "a", "b", "c");
    private static final MemoryFile ACB = MemoryFile.of(THREE, "a", "c", "b");
    private static final MemoryFile BARE = MemoryFile.of(THREE);

    @TempDir Path folder;

    private Pairing pair(Optional<String> written, MemoryFile source, MemoryFile target) {
        return KeyChoice.pair(
                written.map(KeyChoice::of),
                source,
                "x.vec",
                target,
                "y.vec",
                new VectorFiles(new ExamplePlugins(), folder, List.of()),
                Run.quiet(Seed.of(1)));
    }

    @Test
    void whereNothingIsSaidRowsMatchByOrder() {
        assertEquals("3 rows matched by order", pair(Optional.empty(), ABC, ABC).sentence());
        assertEquals("3 rows matched by order", pair(Optional.empty(), ABC, BARE).sentence());
        assertEquals("3 rows matched by order", pair(Optional.empty(), BARE, BARE).sentence());
    }

    @Test
    void rowsOfOtherKeysAreNotMatchedByOrderUnsaid() {
        assertEquals(
                "rows that are matched by their order must have the same keys, but row 1 is 'b' in"
                        + " x.vec and 'c' in y.vec; keys=own matches them by key, and keys=order"
                        + " matches them by order anyway",
                assertThrows(InvalidInputException.class, () -> pair(Optional.empty(), ABC, ACB))
                        .getMessage());
        assertArrayEquals(new int[] {0, 1, 2}, pair(Optional.of("order"), ABC, ACB).target());
        assertArrayEquals(new int[] {0, 2, 1}, pair(Optional.of("own"), ABC, ACB).target());
    }

    @Test
    void saysWhichRowsAreNotMatchedBecauseTheirKeyIsRepeated() {
        List<String> notes = new ArrayList<>();
        MemoryFile source = MemoryFile.of(FIVE, "a", "b", "a", "x", "x");
        MemoryFile target = MemoryFile.of(FIVE, "b", "a", "b", "b", "a");
        Pairing pairs =
                KeyChoice.of("own")
                        .pair(
                                source,
                                "x.vec",
                                target,
                                "y.vec",
                                new VectorFiles(new ExamplePlugins(), folder, List.of()),
                                new NotedRun(notes));
        assertArrayEquals(new int[] {1, 0}, pairs.target());
        assertEquals(
                List.of(
                        "x.vec: 1 row has a key of an earlier row, the first 'a'; of rows with one"
                                + " key the first is used",
                        "y.vec: 3 rows have a key of an earlier row, the first 'b'; of rows with"
                                + " one key the first is used"),
                notes);
        notes.clear();
        KeyChoice.of("own")
                .pair(
                        ABC,
                        "x.vec",
                        ACB,
                        "y.vec",
                        new VectorFiles(new ExamplePlugins(), folder, List.of()),
                        new NotedRun(notes));
        assertEquals(List.of(), notes);
    }
}
