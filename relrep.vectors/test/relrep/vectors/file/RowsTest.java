package relrep.vectors.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class RowsTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    /** Wide enough that a block has few rows. */
    private static final Matrix LARGE = large(50, 300_000);

    private static Matrix large(int rows, int cols) {
        float[] values = new float[rows * cols];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 1_000_003;
        }
        return Matrix.of(rows, cols, values);
    }

    @Test
    void readsAllBlocks() {
        assertEquals(LARGE, Rows.all(MemoryFile.of(LARGE), "x", RUN));
    }

    @Test
    void readsSomeInTheOrderInWhichTheyAreWanted() {
        SplittableRandom random = new SplittableRandom(7);
        int[] wanted = IntStream.range(0, 30).map(i -> random.nextInt(LARGE.rows())).toArray();
        assertEquals(LARGE.select(wanted), Rows.some(MemoryFile.of(LARGE), "x", wanted, RUN));
    }

    @Test
    void refusesRowsThatAreNotThereAndFilesWithoutVectors() {
        assertEquals(
                "rows of x must be 0 to 49, not 50",
                assertThrows(
                                InvalidInputException.class,
                                () -> Rows.some(MemoryFile.of(LARGE), "x", new int[] {50}, RUN))
                        .getMessage());
        assertEquals(
                "x must hold vectors, but it is a list of 2 whole numbers",
                assertThrows(
                                InvalidInputException.class,
                                () -> Rows.all(MemoryFile.ofIntegers(1, 2), "x", RUN))
                        .getMessage());
    }

    @Test
    void anchorsAreNumbersOfRows() {
        AnchorChoice choice = new AnchorChoice("i.npy", Path.of("."));
        assertArrayEquals(new int[] {3, 0}, choice.rows(MemoryFile.ofIntegers(3, 0), 4, "x.npy"));
        assertEquals(
                "anchors must be rows 0 to 3 of x.npy, but i.npy has -1 at place 1",
                assertThrows(
                                InvalidInputException.class,
                                () -> choice.rows(MemoryFile.ofIntegers(3, -1), 4, "x.npy"))
                        .getMessage());
    }

    @Test
    void anchorsNeedAFileWithRows() {
        AnchorChoice choice = new AnchorChoice("i.npy", Path.of("."));
        assertEquals(
                "'x.npy' must have rows to take anchors from, and has none",
                assertThrows(
                                InvalidInputException.class,
                                () -> choice.rows(MemoryFile.ofIntegers(0), 0, "x.npy"))
                        .getMessage());
    }
}
