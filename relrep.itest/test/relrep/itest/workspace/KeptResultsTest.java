package relrep.itest.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks the results kept in the repository. */
class KeptResultsTest {
    private static final Path RESULTS = Path.of(System.getProperty("relrep.top"), "docs/results");

    @TempDir Path folder;

    @Test
    void areSmallAndOfNoMachine() throws IOException {
        assertEquals(List.of(), Kept.faults(RESULTS));
    }

    @Test
    void areFinishedRunsOfCommits() throws IOException {
        for (Path file : Kept.files(RESULTS)) {
            if (file.endsWith("provenance.json")) {
                String text = Files.readString(file);
                assertTrue(text.contains("\"state\": \"finished\""), file::toString);
                assertTrue(
                        text.matches("(?s).*\"commit\": \"[0-9a-f]{12}\".*"),
                        () -> file + " must name a commit, without changes");
                String summary = file.resolveSibling("summary.md").toString();
                assertTrue(Files.exists(Path.of(summary)), summary);
            }
        }
    }

    @Test
    void faultsAreSeen() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "reason\nnot in /home/ada/data, nor below\n");
        Files.writeString(folder.resolve("b.json"), "{\"host\": \"box\"}");
        Files.writeString(folder.resolve("c.md"), "see [d](d.md) and [a](a.csv), [x](http://x)\n");
        Files.write(folder.resolve("e.png"), new byte[300_001]);
        assertEquals(
                List.of(
                        "a.csv tells of a machine: /home/ada/data,",
                        "b.json tells of a machine: \"host\":",
                        "c.md links to d.md",
                        "e.png has 300001 bytes"),
                Kept.faults(folder));
    }
}
