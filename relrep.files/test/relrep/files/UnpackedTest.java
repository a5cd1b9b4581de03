package relrep.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.run.InvalidInputException;
import relrep.files.npy.NpyWriter;
import relrep.files.npy.NpzFile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Tests files that unpack to a thousand times their size. */
class UnpackedTest {
    private static final int MIB = 1 << 20;
    private static final int MIBS = 96;

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("x");
    }

    private static void fill(OutputStream out) throws IOException {
        byte[] piece = new byte[MIB];
        for (int i = 0; i < MIBS; i++) {
            out.write(piece);
        }
    }

    @Test
    void refusesAnArrayByWhatItsArchiveSays() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("x.npy"));
            out.write(NpyWriter.header(MIBS, MIB / 4));
            fill(out);
        }
        try (NpzFile npz = NpzFile.open(file)) {
            String told =
                    assertThrows(InvalidInputException.class, () -> npz.array("x")).getMessage();
            assertTrue(
                    told.startsWith(file + "#x must have at most 250 times as many bytes as are"),
                    told);
            assertTrue(told.endsWith("write it with numpy.savez where they are meant"), told);
        }
    }

    @Test
    void readsWhatIsPackedAsNumbersAre() throws IOException {
        byte[] bytes = new byte[MIB];
        new Random(1).nextBytes(bytes);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < MIBS; i++) {
                out.write(bytes, 0, MIB / 64);
                out.write(new byte[MIB - MIB / 64]);
            }
        }
        try (FileContent content = FileContent.open(file)) {
            assertEquals((long) MIBS * MIB, content.drain());
        }
    }
}
