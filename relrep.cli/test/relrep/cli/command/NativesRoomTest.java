package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.run.UnavailableException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tests the disk space for natives of three megabytes. */
class NativesRoomTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir Path folder;

    private final List<Path> asked = new ArrayList<>();
    private Path jar;
    private Path unpacked;

    @BeforeEach
    void write() throws IOException {
        jar = Files.write(folder.resolve("natives.jar"), new byte[3 * MEGABYTE]);
        unpacked = folder.resolve("cache/natives/1");
    }

    private NativesRoom room(long free) {
        return new NativesRoom(
                jar,
                unpacked,
                where -> {
                    asked.add(where);
                    return free;
                });
    }

    @Test
    void aDiskWithoutRoomIsNamed() throws IOException {
        Exception full = assertThrows(UnavailableException.class, room(2 * MEGABYTE)::require);
        assertEquals(
                "the disk is full: the natives need 3 MB more in '"
                        + unpacked
                        + "', and 2 MB are free; RELREP_CACHE names another folder",
                full.getMessage());
        assertEquals(List.of(folder), asked);
        Files.createDirectories(unpacked);
        Files.write(unpacked.resolve("half.so"), new byte[MEGABYTE / 2]);
        assertThrows(UnavailableException.class, room(2 * MEGABYTE)::require);
        assertEquals(List.of(folder, unpacked), asked);
    }

    @Test
    void roomForWhatIsMissingIsEnough() throws IOException {
        assertDoesNotThrow(room(3 * MEGABYTE)::require);
        Files.createDirectories(unpacked);
        Files.write(unpacked.resolve("most.so"), new byte[2 * MEGABYTE]);
        assertDoesNotThrow(room(MEGABYTE)::require);
        Files.write(unpacked.resolve("rest.so"), new byte[MEGABYTE]);
        asked.clear();
        assertDoesNotThrow(room(0)::require);
        assertEquals(List.of(), asked);
    }

    @Test
    void whatIsNotThereIsSaidByWhoeverNeedsIt() {
        jar = folder.resolve("missing.jar");
        assertDoesNotThrow(room(0)::require);
    }
}
