package relrep.runtime.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

class KeptVectorsTest {
    private static final int RECORD = 32 + 2 * Float.BYTES + 4;
    private static final Run RUN = Run.quiet(Seed.of(1));

    @TempDir Path folder;

    private Path path;

    @BeforeEach
    void write() throws IOException {
        path = folder.resolve("deep/a.vectors");
        try (KeptVectors file = KeptVectors.open(path, 2, 0)) {
            for (int i = 0; i < 3; i++) {
                file.add(digest(i), new float[] {i, -i});
            }
        }
        assertEquals(3 * RECORD, Files.size(path));
    }

    private static byte[] digest(int number) {
        byte[] digest = new byte[32];
        digest[31] = (byte) number;
        return digest;
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        try (KeptVectors file = KeptVectors.open(path, 2, 0)) {
            assertArrayEquals(new float[] {2, -2}, file.get(digest(2)));
            assertTrue(file.has(digest(0)));
            assertFalse(file.has(digest(3)));
        }
    }

    @Test
    void whatAKilledProcessLeftUnfinishedIsCutOff() throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(bytes, 2 * RECORD + 5));
        try (KeptVectors file = KeptVectors.open(path, 2, 0)) {
            assertFalse(file.has(digest(2)));
            file.add(digest(2), new float[] {7, 8});
        }
        try (KeptVectors file = KeptVectors.open(path, 2, 0)) {
            assertArrayEquals(new float[] {7, 8}, file.get(digest(2)));
            assertArrayEquals(new float[] {1, -1}, file.get(digest(1)));
        }
    }

    @Test
    void aDamagedRecordAndWhatFollowsIsMadeAgain() throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        bytes[RECORD + 33] ^= 1;
        Files.write(path, bytes);
        try (KeptVectors file = KeptVectors.open(path, 2, 0)) {
            assertTrue(file.has(digest(0)));
            assertFalse(file.has(digest(1)));
        }
        assertEquals(RECORD, Files.size(path));
    }

    @Test
    void aFreshViewSeesItsOwnVectorsAlone() throws IOException {
        String key = "0123456789abcdef";
        try (Cache cache = Cache.open(folder.resolve("cache"))) {
            CacheView usual = cache.view(false);
            CacheView fresh = cache.view(true);
            usual.vectors(
                    key,
                    2,
                    RUN,
                    file -> {
                        file.add(digest(1), new float[] {1, 1});
                        return true;
                    });
            assertFalse(fresh.<Boolean>vectors(key, 2, RUN, file -> file.has(digest(1))));
            fresh.vectors(
                    key,
                    2,
                    RUN,
                    file -> {
                        file.add(digest(1), new float[] {2, 2});
                        return true;
                    });
            assertArrayEquals(
                    new float[] {2, 2},
                    fresh.<float[]>vectors(key, 2, RUN, file -> file.get(digest(1))));
            assertArrayEquals(
                    new float[] {2, 2},
                    usual.<float[]>vectors(key, 2, RUN, file -> file.get(digest(1))),
                    "the newer one");
        }
    }
}
