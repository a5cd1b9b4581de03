package relrep.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tests files that are written under a temporary name. */
class PartFileTest {
    @TempDir Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void write(PartFile file) throws IOException {
        file.channel().write(ByteBuffer.wrap(new byte[] {1, 2}));
        file.commit();
    }

    @Test
    void removesWhatAProcessThatWasKilledHasLeft() throws IOException {
        Path target = folder.resolve("x.npy");
        Files.writeString(folder.resolve("x.npy.0.part"), "half");
        Files.writeString(folder.resolve("y.npy.0.part"), "of another file");
        try (PartFile file = PartFile.of(target)) {
            assertEquals(List.of("x.npy.0.part", "y.npy.0.part"), names());
            write(file);
        }
        assertEquals(List.of("x.npy", "y.npy.0.part"), names());
        assertEquals(2, Files.size(target));
    }

    @Test
    void leavesAloneWhatIsBeingWritten() throws Exception {
        Path target = folder.resolve("x.npy");
        try (PartFile one = PartFile.of(target);
                PartFile other = PartFile.of(target)) {
            assertEquals(List.of("x.npy.0.part", "x.npy.1.part"), names());
            assertFalse(removesInAnotherProcess(folder.resolve("x.npy.0.part")));
            write(other);
            assertEquals(List.of("x.npy", "x.npy.0.part"), names());
            assertFalse(removesInAnotherProcess(folder.resolve("x.npy.0.part")));
            write(one);
        }
        assertEquals(List.of("x.npy"), names());
    }

    private static boolean removesInAnotherProcess(Path part) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Remover.class.getName(),
                                part.toString())
                        .inheritIO()
                        .start();
        int code = process.waitFor();
        assertTrue(code == 0 || code == 1, "exit code " + code);
        return code == 0;
    }

    /** Tries to remove a file, in a process of its own. */
    static final class Remover {
        private Remover() {}

        public static void main(String[] arguments) {
            System.exit(Abandoned.removed(Path.of(arguments[0])) ? 0 : 1);
        }
    }
}
