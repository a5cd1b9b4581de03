package relrep.launch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class StorageTest {
    @TempDir Path parent;

    @Test
    void goesWhenItsProcessEnds() throws IOException {
        Path folder;
        try (Storage storage = Storage.open(parent)) {
            folder = storage.folder();
            Files.createDirectories(folder.resolve("bundle1/version0.0"));
            Files.writeString(folder.resolve("bundle1/version0.0/revision.location"), "x");
        }
        assertFalse(Files.exists(folder));
        try (var left = Files.list(parent)) {
            assertTrue(left.findAny().isEmpty());
        }
    }

    @Test
    void ofAKilledProcessIsSweptByTheNext() throws IOException {
        Path dead = Files.createDirectories(parent.resolve("1-dead/bundle1")).getParent();
        Files.createFile(parent.resolve("1-dead.lock")); // nobody holds it
        Storage.open(parent).close();
        assertFalse(Files.exists(dead));
        assertFalse(Files.exists(parent.resolve("1-dead.lock")));
    }

    @Test
    void ofALivingProcessIsLeftAlone() throws IOException {
        try (Storage living = Storage.open(parent)) {
            Storage.open(parent).close();
            assertTrue(Files.isDirectory(living.folder()));
        }
    }

    @Test
    void saysWhichCacheCannotBeWritten() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        IOException e = assertThrows(IOException.class, () -> Storage.open(file.resolve("felix")));
        assertTrue(
                e.getMessage().startsWith("the cache must be a folder that can be written, and '"),
                e::getMessage);
    }
}
