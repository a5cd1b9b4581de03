package relrep.api.tck.golden;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that an environment variable names. */
final class Folder {
    private Folder() {}

    /** Returns a file in the folder, or skips the test. */
    static Path file(String variable, String name) {
        String folder = System.getenv(variable);
        Assumptions.assumeTrue(
                folder != null && Files.isDirectory(Path.of(folder)),
                "needs a folder in " + variable);
        return Path.of(folder, name);
    }
}
