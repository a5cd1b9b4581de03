package relrep.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class IndexPageTest {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));
    private static final Path RESULTS = TOP.resolve("docs/results");

    @TempDir Path folder;
    private BundledExperiments experiments;

    @BeforeEach
    void read() throws IOException {
        experiments = BundledExperiments.of(TOP);
    }

    @Test
    void thePageOfTheRepositoryIsTheOneThatWouldBeWritten() throws IOException {
        assertEquals(
                Files.readString(RESULTS.resolve(IndexPage.FILE)),
                new IndexPage(RESULTS, experiments).text());
    }

    @Test
    void withoutResultsEveryExperimentIsNotReachedInTwoSizes() throws IOException {
        String page = new IndexPage(folder, experiments).text();
        assertTrue(page.startsWith("# Results\n\n<!--"), page);
        assertEquals(
                2L * experiments.names().size(),
                page.lines().filter(line -> line.contains("| not reached |")).count());
    }

    @Test
    void aReasonIsOneCell() throws IOException {
        Path demo = Files.createDirectories(folder.resolve("demo"));
        Files.writeString(demo.resolve("not-run.md"), "no|data\nhere\n");
        String page = new IndexPage(folder, experiments).text();
        assertTrue(page.contains("| no/data here | |"), page);
    }

    @Test
    void smokeHasATableWhereThereAreResultsOfIt() throws IOException {
        assertTrue(!new IndexPage(folder, experiments).text().contains("## Size smoke"));
        Files.createDirectories(folder.resolve("demo-smoke"));
        assertTrue(new IndexPage(folder, experiments).text().contains("## Size smoke"));
    }
}
