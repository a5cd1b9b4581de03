package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CacheCommandTest {
    @TempDir Path folder;
    private Path cache;
    private Typed typed;

    @BeforeEach
    void fill() throws IOException {
        typed = new Typed(folder);
        cache = folder.resolve("cache");
        for (String name : List.of("cells", "felix", "mnist")) {
            Files.createDirectories(cache.resolve(name));
            Files.write(cache.resolve(name).resolve("file"), new byte[200_000]);
        }
    }

    @Test
    void theCacheIsListed() {
        typed.type("cache", "list");
        assertEquals(
                """
                cells: 1 file, 0.2 MB
                mnist: 1 file, 0.2 MB
                0.4 MB in %s
                """
                        .formatted(cache),
                typed.out);
    }

    @Test
    void clearDeletesWhatWasComputedAndKeepsDownloads() {
        typed.type("cache", "clear");
        assertEquals(
                "deleted cells: 1 file, 0.2 MB\ndeleted 0.2 MB in %s\n".formatted(cache),
                typed.out);
        assertFalse(Files.exists(cache.resolve("cells")));
        assertTrue(Files.exists(cache.resolve("mnist/file")));
        assertTrue(Files.exists(cache.resolve("felix/file")));
    }

    @Test
    void whatIsNamedIsDeleted() {
        typed.type("cache", "clear", "mnist");
        assertFalse(Files.exists(cache.resolve("mnist")));
        assertTrue(Files.exists(cache.resolve("cells/file")));
    }

    @Test
    void whatIsNotThereIsRefusedAndNothingDeleted() {
        typed.type("cache", "clear", "mnist", "cels");
        assertEquals(
                "relrep: the cache has no 'cels'; did you mean 'cells'? there are cells, mnist\n",
                typed.err);
        assertEquals(2, typed.exit);
        assertTrue(Files.exists(cache.resolve("mnist/file")));
        typed.type("cache", "empty");
        assertEquals("relrep: cache cannot 'empty'; there are clear, list\n", typed.err);
    }

    @Test
    void whatLivesInTheCacheOfOthersIsNotTouched() {
        typed.type("cache", "clear", "felix");
        assertEquals(2, typed.exit);
        assertTrue(Files.exists(cache.resolve("felix/file")));
    }
}
