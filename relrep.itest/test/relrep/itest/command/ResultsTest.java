package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.launch.Relrep;
import relrep.itest.launch.Signals;
import relrep.itest.workspace.Kept;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tests {@code ./relrep results}: the kept files of a run, and the table of all results. */
class ResultsTest {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));
    private static final String NAME = "demo";
    private static final Pattern CLAIMS =
            Pattern.compile(
                    "(?m)^(\\d+) hold, (\\d+) within noise, (\\d+) fail, (\\d+) not measured\\.");

    @TempDir static Path folder;
    private static Path kept;
    private static Path page;

    @BeforeAll
    static void renewOne() throws Exception {
        assumeTrue(Files.exists(TOP.resolve(".git")), "results name a commit: needs a clone");
        Relrep.Result result = relrep("results", NAME, "--size", "smoke", "--dirty");
        assertEquals(0, result.exit(), result.err());
        kept = folder.resolve("kept/demo-smoke");
        page = folder.resolve("kept/readme.md");
    }

    private static Relrep.Result relrep(String... words) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--out", folder.resolve("kept").toString()));
        return new Relrep(folder).run(all.toArray(String[]::new));
    }

    @Test
    void whatIsKeptIsWholeAndOfNoMachine() throws IOException {
        for (String file :
                List.of("summary.md", "results.csv", "experiment.yaml", "provenance.json")) {
            assertTrue(Files.size(kept.resolve(file)) > 0, file);
        }
        assertEquals(List.of(), Kept.faults(kept));
        for (Path file : Kept.files(kept)) {
            String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
            assertFalse(text.contains(folder.toString()), file::toString);
            assertFalse(text.contains(TOP.toString()), file::toString);
        }
    }

    @Test
    void theSummaryShowsItsFiguresAndHowItWasMade() throws IOException {
        String summary = Files.readString(kept.resolve("summary.md"));
        assertTrue(summary.contains("](figures/"), summary);
        assertTrue(summary.contains("./relrep run demo --set size=smoke"), summary);
        assertTrue(summary.matches("(?s).*at commit [0-9a-f]{12}.*"), summary);
    }

    @Test
    void theTableHasTheCountsOfTheClaims() throws IOException {
        Matcher counts = CLAIMS.matcher(Files.readString(kept.resolve("summary.md")));
        assertTrue(counts.find());
        String row = row("[demo](demo-smoke/summary.md)");
        assertTrue(
                row.contains(
                        "| %s | %s | %s | %s |"
                                .formatted(
                                        counts.group(1),
                                        counts.group(2),
                                        counts.group(3),
                                        counts.group(4))),
                row);
        assertTrue(row.contains("all: "), row);
        assertTrue(row("lahner-table-1").contains("*not run*"));
    }

    @Test
    void whatSourcesChangedForIsMadeAgain() throws Exception {
        Path provenance = kept.resolve("provenance.json");
        String made = Files.readString(provenance);
        String commit = git("rev-parse", "--short=12", "HEAD");
        assumeTrue(made.contains("\"commit\": \"" + commit + "\""), "sources are not committed");
        assertTrue(again().contains("demo-smoke is as " + commit + " made it"));
        String change = git("log", "-1", "--format=%h", "--abbrev=12", "--", "relrep.kernels/src");
        assumeTrue(!git("rev-parse", "--verify", change + "^").isEmpty(), "history is cut off");
        String before = git("rev-parse", "--short=12", change + "^");
        Files.writeString(provenance, made.replace(commit, before));
        assertFalse(again().contains(" made it"), before);
        assertTrue(Files.readString(provenance).contains(commit));
    }

    private static String again() throws Exception {
        Relrep.Result result = relrep("results", NAME, "--size", "smoke");
        assertEquals(0, result.exit(), result.err());
        return result.err();
    }

    private static String git(String... words) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of("git", "-C", TOP.toString()));
        all.addAll(List.of(words));
        Process process =
                new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String answer =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return answer;
    }

    private static String row(String first) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("| " + first + " |"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatStandsAboveTheTableIsKept() throws Exception {
        String before = Files.readString(page);
        Files.writeString(page, before.replace("# Results\n", "# Results\n\nBy hand.\n"));
        String changed = Files.readString(page);
        assertTrue(changed.contains("By hand."));
        assertEquals(0, relrep("results", "--index").exit());
        assertEquals(changed, Files.readString(page));
    }

    /** The run is ended first, which keeps what it has computed; nothing half done is a result. */
    @Test
    void ctrlCEndsItAndTheRunThatItWaitsFor(@TempDir Path aside) throws Exception {
        Signals.assumeInterruptsAreHeard();
        Relrep relrep = new Relrep(aside);
        Path out = aside.resolve("kept");
        Process process =
                relrep.start(
                        "results", NAME, "--size", "paper", "--dirty", "--out", out.toString());
        Path run = aside.resolve("cache/results/runs/" + process.pid() + "/demo-paper");
        while (process.isAlive() && Files.notExists(run)) {
            Thread.onSpinWait();
        }
        List<ProcessHandle> runs = process.descendants().toList();
        assertFalse(runs.isEmpty(), "the run ended before it was interrupted");
        Signals.interrupt(process);
        Relrep.Result result = relrep.end(process);
        assertEquals(130, result.exit(), result.err());
        assertTrue(runs.stream().noneMatch(ProcessHandle::isAlive), "the run goes on");
        assertFalse(Files.exists(out.resolve("demo-paper")), "something half done is kept");
    }

    @Test
    void whatCannotBeAskedIsRefused() throws Exception {
        Relrep.Result size = relrep("results", "--size", "huge");
        assertEquals(2, size.exit());
        assertTrue(size.err().contains("--size must be smoke, small or paper, not 'huge'"));
        Relrep.Result name = relrep("results", "lahner-table-9");
        assertEquals(2, name.exit());
        assertTrue(name.err().contains("there is no bundled experiment 'lahner-table-9'"));
    }
}
