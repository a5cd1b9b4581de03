package relrep.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class KeptRunTest {
    private static final Path RESULTS =
            Path.of(System.getProperty("relrep.top"), "docs/results/demo");

    @TempDir Path folder;

    private Path run() throws IOException {
        Path run = Files.createDirectories(folder.resolve("run"));
        String summary = Files.readString(RESULTS.resolve("summary.md"));
        Files.writeString(
                run.resolve("summary.md"), summary.substring(0, summary.indexOf("\n## Figures\n")));
        for (String file : new String[] {"results.csv", "experiment.yaml", Provenance.FILE}) {
            Files.copy(RESULTS.resolve(file), run.resolve(file));
        }
        Files.createDirectories(run.resolve("figures"));
        try (var figures = Files.list(RESULTS.resolve("figures"))) {
            for (Path figure : figures.toList()) {
                Files.copy(figure, run.resolve("figures").resolve(figure.getFileName()));
            }
        }
        return run;
    }

    private Path kept(Path run) throws IOException {
        Path kept = folder.resolve("kept");
        new KeptRun(run, kept, new Redaction(Map.of("/home/ada", "~"))).keep("demo", "small");
        return kept;
    }

    @Test
    void aSummaryShowsItsFiguresAsTheRepositoryKeepsIt() throws IOException {
        String kept = Files.readString(kept(run()).resolve("summary.md"));
        assertEquals(shown(Files.readString(RESULTS.resolve("summary.md"))), shown(kept));
        assertTrue(kept.contains("    ./relrep run demo --set size=small\n"), kept);
    }

    private static String shown(String summary) {
        String figures = summary.substring(summary.indexOf("\n## Figures\n"));
        return figures.replaceAll("\nLeft out here.*\n", "");
    }

    @Test
    void pathsOfTheMachineAndBulkAreLeftOut() throws IOException {
        Path run = run();
        Files.writeString(run.resolve("results.csv"), "note\nnot in /home/ada/data\n");
        Files.write(run.resolve("figures/big.png"), new byte[300_001]);
        Files.write(run.resolve("report.html"), new byte[300_001]);
        Files.writeString(run.resolve("failures.csv"), "nothing failed\n");
        Path kept = kept(run);
        assertEquals("note\nnot in ~/data\n", Files.readString(kept.resolve("results.csv")));
        assertFalse(Files.exists(kept.resolve("figures/big.png")));
        assertFalse(Files.exists(kept.resolve("report.html")));
        assertFalse(Files.exists(kept.resolve("failures.csv")));
        assertTrue(
                Files.readString(kept.resolve("summary.md"))
                        .contains(
                                "\n"
                                    + "Left out here, as bulky or binary; the same command makes"
                                    + " them:"));
    }

    @Test
    void aRunThatComputedNothingKeepsTheEarlierDuration() throws IOException {
        Path run = run();
        kept(run);
        Path provenance = run.resolve(Provenance.FILE);
        String text = Files.readString(provenance);
        Files.writeString(
                provenance,
                text.replaceAll("\"cells_computed\": \\d+", "\"cells_computed\": 0")
                        .replaceAll("\"networks_trained\": \\d+", "\"networks_trained\": 0")
                        .replaceAll("\"wall_seconds\": [\\d.]+", "\"wall_seconds\": 0.1"));
        String earlier = Files.readString(folder.resolve("kept/cost.csv"));
        assertEquals(earlier, Files.readString(kept(run).resolve("cost.csv")));
    }
}
