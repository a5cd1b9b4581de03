package relrep.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.run.InvalidInputException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tests binary word2vec files with missing or extra bytes. */
class Word2vecTest {
    private static final int ROWS = 4;
    private static final int WIDTH = 3;
    private static final float[] NUMBERS = {
        0.3f, -1.7f, 2.9f, 0.1f, 0.7f, -0.6f, 5.3f, 1.9f, -3.3f, 0.2f, 8.1f, -0.9f
    };

    @TempDir Path folder;

    private final Notes notes = new Notes();

    /** As word2vec writes it, or as gensim does: without the ends of lines. */
    private static byte[] binary(String lineEnd) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("%d %d\n".formatted(ROWS, WIDTH).getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < ROWS; i++) {
            bytes.write(("word" + i + " ").getBytes(StandardCharsets.US_ASCII));
            ByteBuffer vector =
                    ByteBuffer.allocate(WIDTH * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int j = 0; j < WIDTH; j++) {
                vector.putFloat(NUMBERS[i * WIDTH + j]);
            }
            bytes.write(vector.array());
            bytes.write(lineEnd.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private float[] read(VectorFormat format, byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve("x.bin"), bytes);
        try (VectorFile file = format.open(VectorSource.of(path), notes)) {
            return file.read(0, file.rows()).vectors().toArray();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", ""})
    void readsWithAndWithoutEndsOfLines(String lineEnd) throws IOException {
        assertArrayEquals(NUMBERS, read(new Word2vec(), binary(lineEnd)));
        byte[] whole = binary(lineEnd);
        byte[] without =
                new String(whole, StandardCharsets.ISO_8859_1)
                        .stripTrailing()
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(NUMBERS, read(new Word2vec(), without));
    }

    @Test
    void refusesAFileWhereAByteOfAVectorIsLost() throws IOException {
        byte[] whole = binary("\n");
        for (int at : placesInVectors(whole)) {
            byte[] less = new byte[whole.length - 1];
            System.arraycopy(whole, 0, less, 0, at);
            System.arraycopy(whole, at + 1, less, at, less.length - at);
            assertThrows(InvalidInputException.class, () -> read(new Word2vec(), less), "at " + at);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "x", "\n", "9999"})
    void refusesAFileWhereBytesAreAddedToAVector(String added) throws IOException {
        byte[] whole = binary("\n");
        for (int at : placesInVectors(whole)) {
            byte[] more = inserted(whole, at, added);
            assertThrows(InvalidInputException.class, () -> read(new Word2vec(), more), "at " + at);
        }
    }

    private static byte[] inserted(byte[] whole, int at, String added) {
        byte[] more = new byte[whole.length + added.length()];
        System.arraycopy(whole, 0, more, 0, at);
        System.arraycopy(added.getBytes(StandardCharsets.US_ASCII), 0, more, at, added.length());
        System.arraycopy(whole, at, more, at + added.length(), whole.length - at);
        return more;
    }

    private static List<Integer> placesInVectors(byte[] whole) {
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        return List.of(0, 1, 2, 3).stream()
                .map(row -> text.indexOf("word" + row) + "word0 ".length())
                .flatMap(from -> List.of(from, from + 1, from + 6, from + 11).stream())
                .toList();
    }

    @Test
    void saysWhereALineDoesNotEnd() throws IOException {
        byte[] more = inserted(binary("\n"), placesInVectors(binary("\n")).get(9), "9999");
        Exception refused =
                assertThrows(InvalidInputException.class, () -> read(new Word2vec(), more));
        assertTrue(
                refused.getMessage()
                        .contains(
                                "expected the end of a line behind the vector of row 2, as behind"
                                        + " that of row 0, found none: bytes are lost or added"),
                refused.getMessage());
    }

    @Test
    void readsAsFarAsLinesEndWhereItIsTold() throws IOException {
        VectorFormat lenient = new Word2vec().with(new Word2vec.Options(true));
        byte[] more = inserted(binary("\n"), placesInVectors(binary("\n")).get(13), "9999");
        assertEquals(ROWS * WIDTH, read(lenient, binary("\n")).length);
        assertEquals(List.of(), notes.all());
        byte[] early = inserted(binary("\n"), placesInVectors(binary("\n")).get(9), "9999");
        assertEquals(3 * WIDTH, read(lenient, early).length);
        assertTrue(notes.all().get(0).contains("found none: bytes are lost"), notes.all().get(0));
        assertEquals(ROWS * WIDTH, read(lenient, more).length);
        assertTrue(notes.all().get(1).contains("words are read"), notes.all().get(1));
    }
}
