package relrep.files.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

class NpyWriterTest {
    private static final Matrix TABLE = Matrix.of(3, 2, 1, 2.5f, -3, 0.1f, 1e-40f, 65504);

    @TempDir Path folder;

    @Test
    void writesTheBytesOfNumPy() throws IOException {
        Path file = folder.resolve("x.npy");
        NpyWriter.write(file, TABLE);
        assertArrayEquals(
                NumPyBytes.file("<f4", false, "(3, 2)", NumPyBytes.C_F4), Files.readAllBytes(file));
    }

    @Test
    void writesBlockAfterBlockAndReplacesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("x.npy"), "what was there before");
        try (NpyWriter writer = NpyWriter.to(file, 3, 2)) {
            writer.append(TABLE.rows(0, 1));
            writer.append(TABLE.rows(1, 3));
            assertTrue(Files.size(file) < 100, "the old file stays until the new one is whole");
            writer.commit();
        }
        try (NpyFile npy = NpyFile.open(file)) {
            assertEquals(TABLE, npy.matrix());
        }
        assertEquals(List.of("x.npy"), names());
    }

    @Test
    void leavesNothingWhenItIsNotCommitted() throws IOException {
        try (NpyWriter writer = NpyWriter.to(folder.resolve("x.npy"), 3, 2)) {
            writer.append(TABLE.rows(0, 2));
        }
        assertEquals(List.of(), names());
    }

    @Test
    void writesBesideAnother() throws IOException {
        Path file = folder.resolve("x.npy");
        try (NpyWriter first = NpyWriter.to(file, 3, 2);
                NpyWriter second = NpyWriter.to(file, 0, 2)) {
            first.append(TABLE);
            second.commit();
            first.commit();
        }
        assertEquals(128 + 24, Files.size(file), "the last one to finish");
        assertEquals(List.of("x.npy"), names());
    }

    @Test
    void writesLargeMatricesPieceByPiece() {
        Path file = folder.resolve("x.npy");
        float[] values = new float[200_003];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Matrix large = Matrix.of(values.length, 1, values);
        NpyWriter.write(file, large);
        try (NpyFile npy = NpyFile.open(file)) {
            assertEquals(large, npy.matrix());
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        try (NpyWriter writer = NpyWriter.to(folder.resolve("x.npy"), 2, 2)) {
            assertRefused(
                    "a block must have 2 columns and at most the 2 rows that are left, not 3 × 2",
                    () -> writer.append(TABLE));
            writer.append(TABLE.rows(0, 1));
            assertRefused(folder.resolve("x.npy") + " must get 2 rows, but got 1", writer::commit);
        }
    }

    @Test
    void refusesAPlaceThatCannotBeWritten() {
        assertRefused(
                folder + " must be a file to write to, but is a folder",
                () -> NpyWriter.to(folder, 1, 1));
        Path nowhere = folder.resolve("none/x.npy");
        assertRefused(
                nowhere + " must be writable, but is not: there is no such folder",
                () -> NpyWriter.to(nowhere, 1, 1));
    }

    @Test
    void isReadByNumPyAndWritesTheSameBytes() throws Exception {
        Path file = folder.resolve("ours.npy");
        NpyWriter.write(file, TABLE);
        String script =
                "import numpy as n; a = n.load('ours.npy'); assert a.shape == (3, 2);"
                        + " assert a[1, 0] == -3 and a[1, 1] == n.float32(0.1);"
                        + " n.save('theirs.npy', a); n.save('fortran.npy',"
                        + " n.asfortranarray(a.astype('f8')))";
        run(script);
        assertArrayEquals(
                Files.readAllBytes(file), Files.readAllBytes(folder.resolve("theirs.npy")));
        try (NpyFile npy = NpyFile.open(folder.resolve("fortran.npy"))) {
            assertEquals(TABLE, npy.matrix());
        }
    }

    /** Runs a script if there is a Python with NumPy; otherwise skips the test. */
    private void run(String script) throws Exception {
        Path words = folder.resolve("words.txt");
        Process process;
        try {
            process = python("import numpy; " + script, words);
        } catch (IOException e) {
            assumeTrue(false, "needs python3");
            return;
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "python3 ends");
        String said = Files.readString(words, StandardCharsets.UTF_8);
        assumeTrue(!said.contains("No module named 'numpy'"), "needs python3 with numpy");
        assertEquals(0, process.exitValue(), said);
        assertFalse(said.contains("Error"), said);
    }

    private Process python(String script, Path words) throws IOException {
        return new ProcessBuilder("python3", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertRefused(String sentence, Executable attempt) {
        assertEquals(sentence, assertThrows(InvalidInputException.class, attempt).getMessage());
    }
}
