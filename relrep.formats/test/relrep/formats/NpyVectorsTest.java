package relrep.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Matrix;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFile.Content;
import relrep.api.file.VectorSource;
import relrep.api.run.InvalidInputException;
import relrep.files.npy.NpyWriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** Arrays of NumPy as files of vectors: which of them are, and which are lists. */
class NpyVectorsTest {
    @TempDir Path folder;

    private final Notes notes = new Notes();

    private VectorFile open(String descr, String shape, String elements) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(NpyWriter.header(descr, shape));
        bytes.write(HexFormat.of().parseHex(elements));
        Path file = Files.write(folder.resolve("x.npy"), bytes.toByteArray());
        return new Npy().open(VectorSource.of(file), notes);
    }

    @Test
    void twoDimensionsOfAnyNumbersAreVectors() throws IOException {
        try (VectorFile file = open("|b1", "(2, 2)", "01000101")) {
            assertEquals(Content.VECTORS, file.content());
            assertEquals(Matrix.of(2, 2, 1, 0, 1, 1), file.read(0, 2).vectors());
        }
        assertEquals(List.of(), notes.all());
    }

    @Test
    void oneNumberIsOneVectorAndItIsSaid() throws IOException {
        try (VectorFile file = open("<f4", "(1,)", "0000803f")) {
            assertEquals(Matrix.of(1, 1, 1), file.read(0, 1).vectors());
        }
        assertEquals(
                List.of(folder + "/x.npy has one dimension of 1 number, taken for one vector"),
                notes.all());
    }

    @Test
    void oneDimensionOfFloatsIsOneVectorAndItIsSaid() throws IOException {
        try (VectorFile file = open("<f4", "(2,)", "0000803f00000040")) {
            assertEquals(Content.VECTORS, file.content());
            assertEquals(1, file.rows());
            assertEquals(Matrix.of(1, 2, 1, 2), file.read(0, 1).vectors());
        }
        assertEquals(
                List.of(folder + "/x.npy has one dimension of 2 numbers, taken for one vector"),
                notes.all());
    }

    @Test
    void oneDimensionOfIntegersIsAList() throws IOException {
        try (VectorFile file = open("|u1", "(3,)", "0500ff")) {
            assertEquals(Content.INTEGERS, file.content());
            assertEquals(3, file.rows());
            assertArrayEquals(new long[] {5, 0, 255}, file.integers());
        }
    }

    /** A mask as numbers of rows would be rows 0 and 1, many times over. */
    @Test
    void refusesAMaskAndRowsWithoutColumns() {
        assertRefused(
                " must hold vectors (2-d), or row numbers or classes (1-d integers), but has truth"
                        + " values of shape (2,); numpy.flatnonzero turns them into row numbers,"
                        + " astype('i8') into classes",
                "|b1",
                "(2,)",
                "0100");
        assertRefused(
                " must have 1 column or more, but has shape (1000000000000, 0)",
                "<f4",
                "(1000000000000, 0)",
                "");
    }

    private void assertRefused(String sentence, String descr, String shape, String elements) {
        assertEquals(
                folder + "/x.npy" + sentence,
                assertThrows(InvalidInputException.class, () -> open(descr, shape, elements))
                        .getMessage());
    }
}
