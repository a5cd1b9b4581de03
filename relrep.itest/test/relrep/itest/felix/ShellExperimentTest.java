package relrep.itest.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.bundle.Blocks;
import relrep.itest.bundle.Gate;
import relrep.itest.bundle.Jars;
import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tests experiments in the shell whose plugins are added, changed and removed. */
class ShellExperimentTest {
    private static final String API =
            "org.osgi.framework,relrep.api.data,relrep.api.plugin,relrep.api.similarity";
    private static final int UPDATES = 20;

    @TempDir Path folder;

    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(new Relrep(folder).with(Gate.CLOSED, "yes"));
    }

    @AfterEach
    void close() throws Exception {
        shell.close();
    }

    private void write(String name, String similarity) throws IOException {
        Files.writeString(
                folder.resolve(name + ".yaml"),
                """
                name: %s
                kind: compare
                data: digits(train=300, test=60)
                networks: {a: pca}
                width: 4
                seeds: [1, 2]
                anchors: random(count=10)
                similarity: %s
                bridges: [absolute, relative]
                metrics: [cosine-index]
                """
                        .formatted(name, similarity));
    }

    private void drop(Class<?> plugin, String version) throws IOException {
        Jars.drop(Jars.bundle(folder.resolve("plugin.jar"), plugin, version, API), shell.plugins());
    }

    private List<String> rows(Path run, String bridge) throws IOException {
        return Files.readAllLines(run.resolve("results.csv")).stream()
                .filter(line -> line.contains("," + bridge + ","))
                .toList();
    }

    @Test
    void waitsForAPluginAndComesAliveWithIt() throws Exception {
        write("waits", "blocks");
        assertEquals(
                List.of("waits-1: waiting for similarity 'blocks'; it starts when that arrives"),
                shell.say("run waits.yaml --out found"));
        assertTrue(shell.say("list experiments").stream().anyMatch(l -> l.contains(" waiting ")));
        drop(Blocks.class, "1.0.0");
        shell.ask("jobs", line -> line.startsWith("waits-1: ended"));
        assertEquals(2, rows(folder.resolve("found"), "absolute").size());
        List<String> relative = rows(folder.resolve("found"), "relative");
        assertEquals(2, relative.size());
        assertTrue(relative.get(0).contains(",blocks,"), relative.get(0));
    }

    @Test
    void endsWithItsPluginAndKeepsWhatItFound() throws Exception {
        write("ends", "gate");
        shell.say("run ends.yaml --jobs 1 --out found");
        drop(Gate.class, "1.0.0");
        shell.until(Gate.REACHED);
        Files.delete(shell.plugins().resolve("plugin.jar"));
        String told = shell.ask("jobs", line -> line.startsWith("ends-1: ended")).toString();
        assertTrue(told.contains("gate"), told);
        assertEquals(2, rows(folder.resolve("found"), "absolute").size());
        assertEquals(List.of(), rows(folder.resolve("found"), "relative"));
        assertTrue(
                Files.readString(folder.resolve("found/provenance.json"))
                        .contains("\"state\": \"interrupted\""));
        assertTrue(shell.say("list similarity").stream().noneMatch(l -> l.contains(" gate ")));
    }

    /** Each version is used by an experiment before the next one takes its place. */
    @Test
    void noClassLoaderOfAnOldVersionStaysReachable() throws Exception {
        write("often", "blocks");
        for (int version = 1; version <= UPDATES + 1; version++) {
            drop(Blocks.class, version + ".0.0");
            assertEquals(
                    List.of("there"), shell.say("probe:await blocks %d.0.0".formatted(version)));
            assertEquals(
                    List.of("watching " + version), shell.say("probe:watch org.example.blocks"));
            shell.say("check blocks --quiet");
            shell.say("run often.yaml --quiet --out found-" + version);
            assertEquals(
                    2, rows(folder.resolve("found-" + version), "relative").size(), shell::errors);
        }
        assertEquals(List.of("1 reachable"), shell.say("probe:reachable"));
    }

    @Test
    void nativesAreLoadedOnceWhateverComesAndGoes() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/maps")), "only Linux tells what is mapped");
        write("one", "cosine");
        shell.say("run one.yaml --quiet --out one");
        List<String> before = shell.say("probe:natives");
        assertTrue(before.get(0).contains("openblas"), before::toString);
        drop(Blocks.class, "1.0.0");
        assertEquals(List.of("there"), shell.say("probe:await blocks 1.0.0"));
        write("two", "blocks");
        shell.say("run two.yaml --quiet --out two");
        drop(Blocks.class, "2.0.0");
        assertEquals(List.of("there"), shell.say("probe:await blocks 2.0.0"));
        shell.say("run two.yaml --quiet --out three");
        assertEquals(2, rows(folder.resolve("three"), "relative").size());
        assertEquals(before, shell.say("probe:natives"));
    }
}
