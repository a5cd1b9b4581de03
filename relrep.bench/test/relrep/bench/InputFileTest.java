package relrep.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Matrix;

import java.nio.file.Path;

class InputFileTest {
    private static final Matrix TWO = Matrix.of(2, 4, 1, 2, 3, 4, 5, 6, 7, 8);

    @TempDir Path folder;

    @Test
    void picturesAreReadAsRows() {
        Path file = folder.resolve("made/images.npy");
        InputFile.write(file, TWO, "(2, 2, 2)");
        assertEquals(TWO, InputFile.rows(file, 2));
        assertEquals(TWO.rows(0, 1), InputFile.rows(file, 1));
        MissingInputException few =
                assertThrows(MissingInputException.class, () -> InputFile.rows(file, 3));
        assertEquals(file + " must have 3 rows, and has 2", few.getMessage());
    }

    @Test
    void labelsAreReadAsWritten() {
        int[] labels = {3, 0, 9};
        InputFile.write(folder.resolve("labels.npy"), labels);
        assertArrayEquals(labels, InputFile.labels(folder.resolve("labels.npy")));
    }
}
