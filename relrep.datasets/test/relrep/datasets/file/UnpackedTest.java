package relrep.datasets.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.datasets.npy.NpyWriter;
import relrep.datasets.npy.NpzFile;
import relrep.datasets.vector.OwnFormats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that unpack to a thousand times their size. */
class UnpackedTest {
    private static final int MIB = 1 << 20;
    private static final int MIBS = 96;

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("x");
    }

    private static void fill(OutputStream out, byte filling) throws IOException {
        byte[] piece = new byte[MIB];
        Arrays.fill(piece, filling);
        for (int i = 0; i < MIBS; i++) {
            out.write(piece);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.csv.gz", "x.vec.gz", "x.npy.gz", "x.tsv.gz", "x.gz"})
    void refusesAfterAFewMegabytes(String name) throws IOException {
        for (char filling : new char[] {'1', '\n', ',', ' '}) {
            Path bomb = folder.resolve(name);
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
                if (name.contains("npy")) {
                    out.write(NpyWriter.header(MIBS, MIB / 4));
                }
                fill(out, (byte) filling);
            }
            String told =
                    assertThrows(
                                    InvalidInputException.class,
                                    () -> OwnFormats.open(bomb, Run.quiet(Seed.of(1))))
                            .getMessage();
            assertTrue(told.startsWith(bomb + ", "), told);
            assertEquals(1, told.lines().count(), told);
        }
    }

    @Test
    void refusesAnArrayByWhatItsArchiveSays() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("x.npy"));
            out.write(NpyWriter.header(MIBS, MIB / 4));
            fill(out, (byte) 0);
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
        try (Content content = Content.open(file)) {
            assertEquals((long) MIBS * MIB, content.drain());
        }
    }
}
