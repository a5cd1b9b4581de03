package relrep.files.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Tests malformed archives; the test of CIFAR unpacks valid ones. */
class TarTest {
    @TempDir Path folder;

    @Test
    void refusesAnArchiveWithoutTheFile() throws IOException {
        assertRefused(
                "offset 1536: expected a tar header before [wanted] (512 bytes), found the end of"
                        + " the file after 0",
                Arrays.copyOf(entry("other", "3", 512), 1536));
    }

    @Test
    void refusesAFileOfAnotherSize() throws IOException {
        assertRefused(
                "offset 124: expected 10 bytes of wanted, found 11 bytes",
                entry("a/wanted", "13", 512));
    }

    @Test
    void refusesAFileThatIsCutOff() throws IOException {
        assertRefused(
                "offset 512: expected the rest of wanted (512 bytes), found the end of the file"
                        + " after 100",
                entry("wanted", "12", 100));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "the archive, and no part");
        }
    }

    @Test
    void refusesASizeThatIsNone() throws IOException {
        assertRefused(
                "offset 124: expected the size of a file in octal, found something else",
                entry("wanted", "-1", 0));
    }

    private static byte[] entry(String name, String octal, int content) {
        byte[] bytes = new byte[512 + content];
        byte[] path = name.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(path, 0, bytes, 0, path.length);
        byte[] size = octal.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(size, 0, bytes, 124, size.length);
        bytes[156] = '0';
        return bytes;
    }

    private void assertRefused(String sentence, byte[] archive) throws IOException {
        Path file = Files.write(folder.resolve("archive.tar"), archive);
        assertEquals(
                file + ", " + sentence,
                assertThrows(
                                InvalidInputException.class,
                                () -> Tar.unpack(file, Map.of("wanted", 10L), folder))
                        .getMessage());
    }
}
