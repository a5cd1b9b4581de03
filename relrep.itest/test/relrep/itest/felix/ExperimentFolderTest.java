package relrep.itest.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.bundle.Blocks;
import relrep.itest.bundle.Jars;
import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tests experiments that are added as files and as configurations while the shell runs. */
class ExperimentFolderTest {
    private static final String BODY =
            """
            kind: compare
            data: digits(train=300, test=60)
            networks: {a: pca}
            width: 4
            seeds: [1, 2]
            anchors: random(count=10)
            similarity: cosine
            bridges: [absolute]
            metrics: [cosine-index]
            """;

    @TempDir Path folder;

    private Relrep relrep;
    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        relrep = new Relrep(folder);
        shell = new Shell(relrep);
    }

    @AfterEach
    void close() throws Exception {
        shell.close();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve("experiments").resolve(name), text);
    }

    private String listed(String name) throws IOException {
        return shell.say("list experiments").stream()
                .filter(line -> line.matches("experiment\\s+" + name + "\\s.*"))
                .findFirst()
                .orElse("");
    }

    private int rows(String run) throws IOException {
        return Files.readAllLines(folder.resolve(run).resolve("results.csv")).size() - 1;
    }

    @Test
    void aFileIsListedRunsIsReplacedAndGoes() throws Exception {
        assertEquals("", listed("mine"));
        Path file = write("mine.yaml", "name: mine\n" + BODY);
        assertTrue(listed("mine").contains(" ready "), listed("mine"));
        shell.say("run mine --quiet --out first");
        assertEquals(2, rows("first"));
        write("mine.yaml", "name: mine\n" + BODY.replace("[1, 2]", "[1, 2, 3]"));
        shell.say("run mine --quiet --out second");
        assertEquals(6, rows("second"));
        write("mine.yaml", "name: mine\nkind: dance\n");
        assertTrue(listed("mine").contains(" broken "), listed("mine"));
        Files.delete(file);
        assertEquals("", listed("mine"));
    }

    @Test
    void aFileWithTheNameOfABundlesExperimentIsToldToBeHidden() throws Exception {
        write("demo.yaml", "name: demo\n" + BODY);
        List<String> both =
                shell.say("list experiments").stream().filter(l -> l.contains(" demo ")).toList();
        assertEquals(2, both.size(), both::toString);
        assertTrue(both.stream().anyMatch(line -> line.contains(" hidden ")), both::toString);
    }

    @Test
    void aConfigurationFileStartsAChainAnotherOneWithItAndItsEndEndsIt() throws Exception {
        write("base.yaml", "name: base\n" + BODY);
        write("relrep.experiment-base.cfg", "seeds = [1, 2, 3]\nout = from-file\n");
        shell.ask("jobs", line -> line.startsWith("base-1: ended"));
        assertEquals(6, rows("from-file"));
        Path waits =
                write(
                        "relrep.experiment~waits.cfg",
                        """
                        experiment = base
                        similarity = blocks
                        bridges = [relative]
                        out = never
                        """);
        shell.ask("jobs", line -> line.startsWith("base-2: waiting for similarity 'blocks'"));
        Files.delete(waits);
        shell.ask("jobs", line -> line.startsWith("base-2: ended"));
    }

    @Test
    void whateverMakesTheConfigurationItWaitsForItsPluginsAndStarts() throws Exception {
        write(
                "later.yaml",
                "name: later\n"
                        + BODY.replace("cosine\n", "blocks\n").replace("[absolute]", "[relative]"));
        shell.say("probe:declare later out found");
        shell.ask("jobs", line -> line.startsWith("later-1: waiting for similarity 'blocks'"));
        Jars.drop(
                Jars.bundle(
                        folder.resolve("blocks.jar"),
                        Blocks.class,
                        "1.0.0",
                        "org.osgi.framework,relrep.api.data,relrep.api.plugin,relrep.api.similarity"),
                shell.plugins());
        shell.ask("jobs", line -> line.startsWith("later-1: ended"));
        assertEquals(2, rows("found"));
    }

    @Test
    void aConfigurationMayBeTheWholeExperimentAndAWrongOneIsTold() throws Exception {
        write(
                "relrep.experiment-whole.cfg",
                """
                kind = compare
                data = digits(train=300, test=60)
                networks.a = pca
                width = 4
                seeds = [1, 2]
                anchors = random(count=10)
                similarity = cosine
                bridges = [absolute]
                metrics = [cosine-index]
                out = whole
                """);
        shell.ask("jobs", line -> line.startsWith("whole-1: ended"));
        assertEquals(2, rows("whole"));
        write("relrep.experiment-wrong.cfg", "experiment = demo\ncolour = red\n");
        shell.ask(
                "list experiments",
                line -> line.contains(" wrong ") && line.contains("unknown key 'colour'"));
    }

    @Test
    void felixsOwnCommandsPrint() throws Exception {
        assertTrue(shell.say("lb").stream().anyMatch(l -> l.contains("relrep.api (")));
        assertTrue(shell.say("scr:list").stream().anyMatch(l -> l.contains("SATISFIED")));
        assertTrue(
                shell.say("scr:info relrep.workbench.install.PluginLeases").stream()
                        .anyMatch(l -> l.contains("relrep.workbench.install.PluginLeases")));
    }
}
