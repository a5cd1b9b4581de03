package relrep.runtime.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

class FileDigestsTest {
    private static final String OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir private Path root;

    @Test
    void aSmallFileIsReadEachTime() throws IOException {
        Path file = Files.writeString(root.resolve("a"), "abc");
        assertEquals(OF_ABC, new FileDigests(root.resolve("cache")).of(file));
        Files.writeString(file, "abd");
        assertNotEquals(OF_ABC, new FileDigests(root.resolve("cache")).of(file));
    }

    @Test
    void thatOfALargeFileIsKeptUntilTheFileChanges() throws IOException {
        Path file = root.resolve("large");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(1 << 25);
        }
        FileDigests digests = new FileDigests(root.resolve("cache"));
        String first = digests.of(file);
        Path entry;
        try (Stream<Path> entries = Files.list(root.resolve("cache").resolve("digests"))) {
            List<Path> all = entries.toList();
            assertEquals(1, all.size());
            entry = all.get(0);
        }
        Files.writeString(entry, OF_ABC + "\n");
        assertEquals(OF_ABC, digests.of(file));
        Files.write(entry, new byte[] {(byte) 0xff, 1});
        assertEquals(first, digests.of(file));
        byte[] kept = Files.readAllBytes(entry);
        kept[3] ^= 1;
        Files.write(entry, kept);
        assertEquals(first, digests.of(file));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertEquals(first, digests.of(file));
    }
}
