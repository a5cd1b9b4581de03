package relrep.itest.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.similarity.Similarity;
import relrep.itest.bundle.Jars;
import relrep.itest.bundle.Unruly;
import relrep.itest.bundle.UnrulyComponent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Plugins that end the process, or do not return, wherever they can. */
class UnrulyPluginTest {
    private static final String API =
            "org.osgi.framework,relrep.api.data,relrep.api.plugin,relrep.api.similarity";
    private static final String NAME = "similarity 'unruly' of org.example.unruly 1.0.0";
    private static final String RUN = "run unruly.yaml --jobs 1 --out found";

    @TempDir Path folder;

    private Relrep relrep;

    @BeforeEach
    void write() throws IOException {
        relrep = new Relrep(folder);
        Files.writeString(
                folder.resolve("unruly.yaml"),
                """
                name: unruly
                kind: compare
                data: digits(train=300, test=60)
                networks: {a: pca}
                width: 4
                seeds: [1, 2]
                anchors: random(count=10)
                similarity: unruly
                bridges: [absolute, relative]
                metrics: [cosine-index]
                """);
    }

    private Relrep unruly(String what) throws IOException {
        Jars.bundle(relrep.plugins().resolve("unruly.jar"), Unruly.class, "1.0.0", API);
        return relrep.with(Unruly.WHAT, what);
    }

    private Relrep component(String what) throws IOException {
        Jars.component(
                relrep.plugins().resolve("unruly.jar"),
                Unruly.class,
                UnrulyComponent.class,
                Similarity.class,
                "made",
                API);
        Path file = folder.resolve("unruly.yaml");
        Files.writeString(
                file, Files.readString(file).replace("similarity: unruly", "similarity: made"));
        return relrep.with(Unruly.WHAT, what);
    }

    private List<String> rows(String bridge) throws IOException {
        return Files.readAllLines(folder.resolve("found/results.csv")).stream()
                .filter(line -> line.contains("," + bridge + ","))
                .toList();
    }

    private List<Path> storages() throws IOException {
        try (Stream<Path> list = Files.list(relrep.storages())) {
            return list.toList();
        }
    }

    @Test
    void whoEndsTheProcessDuringACallIsNamedAndRowsAreKept() throws Exception {
        Relrep.Result result = unruly("compare exit").run(RUN.split(" "));
        assertEquals(1, result.exit(), result.err());
        assertTrue(
                result.out()
                        .contains(
                                "unruly ended early: %s ended the process by System.exit in 'compare'"
                                        .formatted(NAME)),
                result::toString);
        assertEquals(2, rows("absolute").size());
        assertEquals(List.of(), rows("relative"));
        assertTrue(
                Files.readString(folder.resolve("found/provenance.json"))
                        .contains("\"state\": \"interrupted\""));
        assertEquals(List.of(), storages());
    }

    @Test
    void whoHaltsTheProcessDuringACallIsNoticedAndRowsAreKept() throws Exception {
        Relrep.Result result = unruly("compare halt").run(RUN.split(" "));
        assertEquals(1, result.exit(), result.err());
        String last = result.err().lines().reduce((first, second) -> second).orElse("");
        assertTrue(
                last.startsWith(
                        "relrep: the command must say that it is finished, and a plugin halted the"
                                + " process before (with exit code 0)"),
                result::toString);
        assertEquals(2, rows("absolute").size());
        assertEquals(List.of(), rows("relative"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start exit", "start halt"})
    void besideJsonTheEndIsJson(String what) throws Exception {
        Relrep.Result result = unruly(what).run("list", "--json");
        String json = result.out().replace(Unruly.REACHED, "");
        JsonObject error = JsonParser.parseString(json).getAsJsonObject();
        assertEquals(1, error.get("exit").getAsInt());
        assertEquals(
                result.err().strip().replaceFirst("^relrep: ", ""),
                error.get("error").getAsString());
    }

    @ParameterizedTest
    @CsvSource({
        "start exit, similarity 'unruly' of org.example.unruly 1.0.0",
        "start halt, a plugin halted the process",
        "stop exit, ''",
        "stop halt, a plugin halted the process"
    })
    void noCommandEndsWellThatAPluginEnded(String what, String said) throws Exception {
        Relrep.Result result = unruly(what).run("list", "similarities");
        // A command that has come to its end says so, whatever plugins do when they are stopped.
        boolean finished = what.equals("stop exit");
        assertEquals(finished ? 0 : 1, result.exit(), result::toString);
        assertTrue(result.err().contains(said), result::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aCallThatHangsIsLeftAndNamedAndRowsAreKept(String signal) throws Exception {
        Signals.assumeInterruptsAreHeard();
        Process process = unruly("compare hang").start(RUN.split(" "));
        Relrep.awaitLine(process, Unruly.REACHED);
        Signals.send(signal, process);
        Relrep.Result result = relrep.end(process);
        assertEquals(signal.equals("INT") ? 130 : 143, result.exit(), result::toString);
        assertTrue(
                result.out()
                        .contains(
                                "unruly ended early: interrupted, and %s did not return from 'compare'"
                                        .formatted(NAME)),
                result::toString);
        assertFalse(result.err().contains("100 %"), result::err);
        assertEquals(2, rows("absolute").size());
        assertEquals(List.of(), rows("relative"));
        assertEquals(List.of(), storages());
    }

    @ParameterizedTest
    @CsvSource({
        "start hang, list, similarity 'unruly' of org.example.unruly 1.0.0",
        "constructor hang, run unruly.yaml, similarity 'made' of org.example.unrulycomponent 1.0.0",
        "initialiser hang, run unruly.yaml, similarity 'made' of org.example.unrulycomponent 1.0.0",
        "constructor hang, check made, similarity 'made' of org.example.unrulycomponent 1.0.0",
        "compare hang, check unruly, similarity 'unruly' of org.example.unruly 1.0.0",
        "compare hang, project --points p.csv --anchors p.csv --similarity unruly --out o.npy,"
                + " similarity 'unruly' of org.example.unruly 1.0.0",
    })
    void whateverHangsACommandCanBeInterrupted(String what, String words, String who)
            throws Exception {
        Signals.assumeInterruptsAreHeard();
        Files.writeString(folder.resolve("p.csv"), "1,2\n3,4\n");
        Relrep how = who.contains("component") ? component(what) : unruly(what);
        Process process = how.start(words.split(" "));
        Relrep.awaitLine(process, Unruly.REACHED);
        Signals.interrupt(process);
        Relrep.Result result = relrep.end(process);
        assertEquals(130, result.exit(), result::toString);
        assertTrue(result.err().contains(who), result::toString);
        assertTrue(result.err().contains("did not return from"), result::toString);
        assertFalse(result.err().contains("100 %"), result::err);
    }

    @Test
    void whatHangsAtTheStartDoesNotKeepOthersFromWork() throws Exception {
        Relrep.Result result = unruly("start hang").run("list", "similarities");
        assertEquals(0, result.exit(), result::toString);
        assertTrue(result.out().contains("cosine"), result::out);
        assertTrue(
                result.err().contains("bundle org.example.unruly 1.0.0")
                        || result.err().contains(NAME),
                result::err);
    }

    @Test
    void aKilledStartScriptTakesTheProcessWithIt() throws Exception {
        Process process = unruly("compare hang").start(RUN.split(" "));
        Relrep.awaitLine(process, Unruly.REACHED);
        Signals.kill(process);
        // Its standard output ends with the last process that has it.
        assertEquals(137, relrep.end(process).exit());
    }
}
