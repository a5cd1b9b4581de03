package relrep.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Matrix;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorSource;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.files.npy.NpyWriter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Tests bytes written by NumPy 1.24.2, and invalid archives. */
class NpzTest {
    /** {@code savez(x=[[1, 2.5], [-3, 0.125]], keys=['a', 'zwölf'])}. */
    private static final String PLAIN =
            "UEsDBBQAAAAAAAAAIQB8jKUHkAAAAJAAAAAFABQAeC5ucHkBABAAkAAAAAAAAACQAAAAAAAAAJNOVU1QWQEA"
                + "dgB7J2Rlc2NyJzogJzxmNCcsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgyLCAyKSwg"
                + "fSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKAACA"
                + "PwAAIEAAAEDAAAAAPlBLAwQUAAAAAAAAACEAAlPGvKgAAACoAAAACAAUAGtleXMubnB5AQAQAKgAAAAAAAAA"
                + "qAAAAAAAAACTTlVNUFkBAHYAeydkZXNjcic6ICc8VTUnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hh"
                + "cGUnOiAoMiwpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
                + "ICAgICAgICAgCmEAAAAAAAAAAAAAAAAAAAAAAAAAegAAAHcAAAD2AAAAbAAAAGYAAABQSwECFAMUAAAAAAAA"
                + "ACEAfIylB5AAAACQAAAABQAAAAAAAAAAAAAAgAEAAAAAeC5ucHlQSwECFAMUAAAAAAAAACEAAlPGvKgAAACo"
                + "AAAACAAAAAAAAAAAAAAAgAHHAAAAa2V5cy5ucHlQSwUGAAAAAAIAAgBpAAAAqQEAAAAA";

    /** {@code savez_compressed(x=[[1, 2.5], [-3, 0.125]])}. */
    private static final String PACKED =
            "UEsDBBQAAAAIAAAAIQB8jKUHVgAAAJAAAAAFABQAeC5ucHkBABAAkAAAAAAAAABWAAAAAAAAAJvsF+obEMnIUMZQ"
                + "rZ6SWpxcpG6loG6TZqKuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6CkaaOgq1CmQDLgaGBnsG"
                + "BgUHBgaHAwwMDHYAUEsBAhQDFAAAAAgAAAAhAHyMpQdWAAAAkAAAAAUAAAAAAAAAAAAAAIABAAAAAHgubnB5"
                + "UEsFBgAAAAABAAEAMwAAAI0AAAAAAA==";

    @TempDir Path folder;

    private VectorFile open(Path file, String array) {
        return new Npz()
                .open(new VectorSource(file, Optional.ofNullable(array)), Run.quiet(Seed.of(1)));
    }

    private Path written(String base64) throws IOException {
        return Files.write(folder.resolve("x.npz"), Base64.getDecoder().decode(base64));
    }

    private void assertRefused(String sentence, Path file, String array) {
        assertEquals(
                file + sentence,
                assertThrows(InvalidInputException.class, () -> open(file, array)).getMessage());
    }

    @Test
    void readsWhatNumPyWrote() throws IOException {
        Matrix expected = Matrix.of(2, 2, 1, 2.5f, -3, 0.125f);
        try (VectorFile plain = open(written(PLAIN), null)) {
            assertEquals(expected, plain.read(0, 2).vectors());
            assertEquals(List.of("a", "zwölf"), plain.keys());
        }
        try (VectorFile packed = open(written(PACKED), "x")) {
            assertEquals(expected, packed.read(0, 2).vectors());
            assertEquals(expected.rows(0, 1), packed.read(0, 1).vectors());
        }
    }

    @Test
    void asksWhichOfSeveralArrays() throws IOException {
        Path file = folder.resolve("two.npz");
        byte[] array = NpyWriter.header("<f4", "(0, 2)");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : List.of("x.npy", "y.npy", "notes.txt")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(array);
            }
        }
        assertRefused(
                " holds 2 arrays; %s#NAME is one of them, there are x, y".formatted(file),
                file,
                null);
        assertRefused(" has no array 'z'; there are x, y", file, "z");
        try (VectorFile one = open(file, "y")) {
            assertEquals(0, one.rows());
        }
    }

    @Test
    void refusesContentThatIsNotWhatItsArchiveSays() throws IOException {
        byte[] changed = Base64.getDecoder().decode(PLAIN);
        changed[190] ^= 1;
        Path file = Files.write(folder.resolve("x.npz"), changed);
        try (VectorFile open = open(file, null)) {
            String told =
                    assertThrows(InvalidInputException.class, () -> open.read(0, 2)).getMessage();
            assertTrue(
                    told.startsWith(file + "#x must have the CRC-32 07a58c7c, as its archive says"),
                    told);
        }
    }

    /** An archive of three vectors {@code x} and their keys. */
    private Path keyed(String descr, String shape, byte[] keys) throws IOException {
        Path file = folder.resolve("k.npz");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("x.npy"));
            out.write(NpyWriter.header("|i1", "(3, 2)"));
            out.write(new byte[] {1, 2, 3, 4, 5, 6});
            out.putNextEntry(new ZipEntry("keys.npy"));
            out.write(NpyWriter.header(descr, shape));
            out.write(keys);
        }
        return file;
    }

    @Test
    void integersAndBytesAreKeysToo() throws IOException {
        byte[] shorts = {7, 0, (byte) 0xff, (byte) 0xff, 0, 1};
        try (VectorFile file = open(keyed("<i2", "(3,)", shorts), null)) {
            assertEquals(List.of("7", "-1", "256"), file.keys());
            assertEquals(List.of("-1"), file.read(1, 2).keys());
        }
        for (String array : new String[] {null, "x"}) {
            byte[] bytes = "a\0\0\0z\u00f6lbc\0\0".getBytes(StandardCharsets.UTF_8);
            try (VectorFile file = open(keyed("|S4", "(3,)", bytes), array)) {
                assertEquals(List.of("a", "z\u00f6l", "bc"), file.keys());
            }
        }
        byte[] latin = {'a', 'b', (byte) 0xe9};
        assertRefused(
                "#keys, offset 130 of the unpacked data: expected UTF-8 in text 2, found bytes that"
                        + " are none; "
                        + folder.resolve("k.npz")
                        + "#x is read without keys",
                keyed("|S1", "(3,)", latin),
                null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(3,) | O | expected texts, bytes or integers, found 'O', Python objects, of which"
                        + " astype(str) makes texts",
                "(3,) | f4 | must be a list of texts, bytes or integers, of shape (n,), but has"
                        + " floats of shape (3,)",
                "(3, 1) | i4 | must be a list of texts, bytes or integers, of shape (n,), but has"
                        + " integers of shape (3, 1)",
                "(2,) | i4 | must have as many rows as there are keys beside it, not 3 and 2"
            })
    void vectorsAreReadWithoutKeysWhereTheyAreAskedForByName(
            String shape, String descr, String sentence) throws IOException {
        Path file = keyed(descr, shape, new byte[shape.startsWith("(2") ? 8 : 12]);
        String refused =
                assertThrows(InvalidInputException.class, () -> open(file, null)).getMessage();
        assertTrue(refused.contains(sentence), refused);
        assertTrue(refused.endsWith("; " + file + "#x is read without keys"), refused);
        Notes notes = new Notes();
        VectorSource source = new VectorSource(file, Optional.of("x"));
        try (VectorFile open = new Npz().open(source, notes)) {
            assertFalse(open.keyed());
            assertEquals(Matrix.of(3, 2, 1, 2, 3, 4, 5, 6), open.read(0, 3).vectors());
        }
        assertEquals(1, notes.all().size());
        assertTrue(notes.all().get(0).startsWith(file + "#x is read without keys: "));
        assertTrue(notes.all().get(0).endsWith(sentence), notes.all().get(0));
    }
}
