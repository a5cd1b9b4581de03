package relrep.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.files.npy.NpyWriter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Tests files of vectors that unpack to a thousand times their size. */
@Tag("slow")
class PackedFormatsTest {
    private static final int MIB = 1 << 20;
    private static final int MIBS = 96;

    @TempDir Path folder;

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
}
