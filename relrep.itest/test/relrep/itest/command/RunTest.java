package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.bundle.Gate;
import relrep.itest.bundle.Jars;
import relrep.itest.launch.Relrep;
import relrep.itest.launch.Signals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tests a run as a process: its files, and that interrupting and resuming changes nothing. */
class RunTest {
    private static final List<String> SAME = List.of("results.csv", "samples.csv", "summary.md");

    /** Two seconds on a machine that does nothing else; tests may run beside others. */
    @TempDir static Path whole;

    @TempDir Path folder;

    @BeforeAll
    static void runWithoutInterruption() throws Exception {
        Relrep relrep = placed(whole);
        Relrep.Result result = relrep.run("run", "steps.yaml", "--jobs", "1", "--out", "found");
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().startsWith("# steps\n"), result.out());
    }

    private static Relrep placed(Path place) throws IOException {
        Relrep relrep = new Relrep(place);
        Path gate =
                Jars.bundle(
                        place.resolve("gate.jar"),
                        Gate.class,
                        "1.0.0",
                        "org.osgi.framework,relrep.api.data,relrep.api.plugin,"
                                + "relrep.api.similarity");
        Jars.drop(gate, relrep.plugins());
        Files.writeString(
                place.resolve("steps.yaml"),
                """
                name: steps
                kind: [compare, stitch]
                data: digits(train=300, test=80)
                networks: {a: dense(epochs=2)}
                width: 4
                seeds: [1, 2]
                anchors: random(count=10)
                similarity: gate
                bridges: {compare: [absolute, relative], stitch: [absolute, linear, relative]}
                metrics: [linear-cka, jaccard, mse]
                claims: [linear < absolute]
                """);
        return relrep;
    }

    private static void assertSame(Path run) throws IOException {
        for (String file : SAME) {
            assertArrayEquals(
                    Files.readAllBytes(whole.resolve("found").resolve(file)),
                    Files.readAllBytes(run.resolve(file)),
                    file);
        }
    }

    @Test
    void writesTheFilesOfARun() throws IOException {
        try (Stream<Path> list = Files.list(whole.resolve("found"))) {
            Set<String> files =
                    list.map(file -> file.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new));
            assertTrue(
                    files.containsAll(
                            List.of(
                                    "experiment.yaml",
                                    "failures.csv",
                                    "log.txt",
                                    "provenance.json",
                                    "results.csv",
                                    "samples.csv",
                                    "summary.md")),
                    files::toString);
        }
        List<String> rows = Files.readAllLines(whole.resolve("found/results.csv"));
        assertTrue(
                rows.get(0)
                        .startsWith(
                                "experiment,dataset,architecture,target_architecture,source,"
                                        + "target,source_seed,target_seed,width,target_width,"
                                        + "anchors,bridge,similarity,metric,value"),
                rows.get(0));
        for (String bridge : List.of("own", "mean-image", "pca", "chance", "linear", "relative")) {
            assertTrue(rows.stream().anyMatch(row -> row.contains("," + bridge + ",")), bridge);
        }
        String summary = read(whole.resolve("found/summary.md"));
        assertTrue(summary.contains("| linear < absolute | "), summary);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    @Test
    void findsTheSameWithTwoJobs() throws Exception {
        Relrep relrep = placed(folder);
        Relrep.Result result = relrep.run("run", "steps.yaml", "--jobs", "2", "--out", "found");
        assertEquals(0, result.exit(), result.err());
        assertSame(folder.resolve("found"));
    }

    @Test
    void findsTheSameFromTheCache() throws Exception {
        Relrep relrep = new Relrep(whole);
        Relrep.Result result = relrep.run("run", "steps.yaml", "--quiet", "--out", "again");
        assertEquals("", result.err());
        assertEquals(0, result.exit());
        assertSame(whole.resolve("again"));
    }

    @Test
    void goesOnAfterAKill() throws Exception {
        Relrep relrep = placed(folder);
        Process process = startedUpToTheGate(relrep);
        process.destroyForcibly().waitFor();
        Path run = folder.resolve("found");
        assertTrue(read(run.resolve("provenance.json")).contains("\"state\": \"running\""));
        Map<Path, FileTime> kept = cache();
        assertTrue(kept.size() >= 4, kept::toString);

        Relrep.Result result = relrep.run("run", "steps.yaml", "--jobs", "1", "--out", "found");
        assertEquals(0, result.exit(), result.err());
        assertSame(run);
        Map<Path, FileTime> after = cache();
        kept.forEach((file, time) -> assertEquals(time, after.get(file), file::toString));
    }

    /** What it computes never ends by itself. */
    @Test
    void endsAfterAnInterruptAndKeepsWhatItHas() throws Exception {
        Signals.assumeInterruptsAreHeard();
        Relrep relrep = placed(folder);
        Process process = startedUpToTheGate(relrep);
        Signals.interrupt(process);
        Relrep.Result result = relrep.end(process);
        assertEquals(130, result.exit(), result.err());
        Path run = folder.resolve("found");
        assertTrue(read(run.resolve("provenance.json")).contains("\"state\": \"interrupted\""));
        assertTrue(read(run.resolve("results.csv")).contains(",absolute,"));

        assertEquals(0, relrep.run("run", "steps.yaml", "--out", "found").exit());
        assertSame(run);
    }

    private static Process startedUpToTheGate(Relrep relrep) throws IOException {
        Process process =
                relrep.with(Gate.CLOSED, "yes")
                        .start("run", "steps.yaml", "--jobs", "1", "--out", "found");
        Relrep.awaitLine(process, Gate.REACHED);
        return process;
    }

    /** The files of finished cells and trained networks, and when they were written. */
    private Map<Path, FileTime> cache() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.resolve("cache").relativize(file).toString();
                if (name.matches("(cells|networks|trained)/.*") && !name.endsWith(".lock")) {
                    times.put(file, Files.getLastModifiedTime(file));
                }
            }
        }
        return times;
    }
}
