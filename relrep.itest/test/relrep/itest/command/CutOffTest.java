package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.launch.Relrep;
import relrep.itest.launch.Signals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Checks that an interrupted {@code relrep apply} keeps the previous file. */
class CutOffTest {
    private static final int HEADER = 128;
    private static final int WIDTH = 16;

    /** Gigabytes, of which only what is written before the signal comes takes room. */
    private static final int MANY = 40_000_000;

    private static final int LACKING = 4;
    private static final int INTERRUPTED = 130;
    private static final int KILLED = 137;
    private static final int PATIENCE_SECONDS = 120;
    private static final String OLD = "old";

    @TempDir static Path folder;

    private static Relrep relrep;

    @BeforeAll
    static void fit() throws Exception {
        relrep = new Relrep(folder);
        zeros("few.npy", WIDTH + 1);
        zeros("many.npy", MANY);
        Relrep.Result result =
                relrep.run(
                        "align",
                        "--source=few.npy",
                        "--target=few.npy",
                        "--aligner=affine",
                        "--out=map.safetensors",
                        "--quiet");
        assertEquals(0, result.exit(), result.err());
    }

    /** Writes float32 zeros as NumPy does; where the file system can, they take no room. */
    private static void zeros(String name, long rows) throws IOException {
        String shape =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }"
                        .formatted(rows, WIDTH);
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, HEADER - 10, 0});
            file.write(
                    (shape + " ".repeat(HEADER - 11 - shape.length()) + "\n")
                            .getBytes(StandardCharsets.US_ASCII));
            file.setLength(HEADER + rows * WIDTH * Float.BYTES);
        }
    }

    @BeforeEach
    void leaveSomethingThere() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        for (String name : names()) {
            Files.delete(folder.resolve("out").resolve(name));
        }
        Files.writeString(folder.resolve("out/w.npy"), OLD);
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("out"))) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertOld() throws IOException {
        assertEquals(OLD.length(), Files.size(folder.resolve("out/w.npy")));
        assertEquals(OLD, Files.readString(folder.resolve("out/w.npy")));
    }

    private static Process apply(Relrep how) throws IOException {
        return how.start(
                "apply",
                "--map=map.safetensors",
                "--points=many.npy",
                "--out=out/w.npy",
                "--quiet");
    }

    /** Starts it, and returns when it has begun to write. */
    private static Process writing() throws Exception {
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            folder.resolve("out").register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process process = apply(relrep);
            WatchKey key = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(key, "nothing was written: " + relrep.errors());
            WatchEvent<?> first = key.pollEvents().get(0);
            assertEquals("w.npy.0.part", first.context().toString());
            return process;
        }
    }

    @Test
    void killedItLeavesWhatWasThere() throws Exception {
        Process process = writing();
        Signals.kill(process);
        assertEquals(KILLED, relrep.end(process).exit());
        assertOld();
    }

    @Test
    void interruptedItTakesAwayWhatItBegan() throws Exception {
        Signals.assumeInterruptsAreHeard();
        Process process = writing();
        Signals.interrupt(process);
        assertEquals(INTERRUPTED, relrep.end(process).exit());
        assertEquals(List.of("w.npy"), names());
        assertOld();
    }

    /** A limit on the size of files is as near as a test comes to a full disk. */
    @Test
    void onADiskThatTakesNoMoreItTakesAwayWhatItBegan() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "only a POSIX shell can set the limit");
        Relrep.Result result = relrep.end(apply(relrep.under("ulimit -f 2000")));
        assertTrue(
                result.err()
                        .startsWith(
                                "relrep: %s could not be written to its end: "
                                        .formatted(folder.resolve("out/w.npy"))),
                result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertEquals(LACKING, result.exit());
        assertEquals(List.of("w.npy"), names());
        assertOld();
    }
}
