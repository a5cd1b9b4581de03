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

/** Tests plugins that end the process or never return, at every place where they can. */
class UnrulyPluginTest {
    private static final String API =
            "org.osgi.framework,relrep.api.data,relrep.api.plugin,relrep.api.run,"
                    + "relrep.api.similarity";
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

    /** What ends the process by a call that can be seen is an error like any other. */
    @ParameterizedTest
    @CsvSource({"exit, System.exit", "halt, Runtime.halt"})
    void whoWouldEndTheProcessIsAFailedRow(String what, String call) throws Exception {
        Relrep.Result result = unruly("compare " + what).run(RUN.split(" "));
        assertEquals(1, result.exit(), result::toString);
        assertEquals(2, rows("absolute").size());
        assertEquals(List.of(), rows("relative"));
        String failures = Files.readString(folder.resolve("found/failures.csv"));
        assertTrue(
                failures.contains(
                        "similarity 'unruly' failed in compare: Error: a plugin must not end the"
                                + " process, and this one called "
                                + call),
                failures);
        assertState("finished");
    }

    @Test
    void whatAPluginLacksIsAFailedRow() throws Exception {
        Relrep.Result result = unruly("compare lacking").run(RUN.split(" "));
        assertEquals(1, result.exit(), result::toString);
        assertEquals(2, rows("absolute").size());
        String failures = Files.readString(folder.resolve("found/failures.csv"));
        assertTrue(
                failures.contains("similarity 'unruly' failed in compare: there must be a licence"),
                failures);
        assertState("finished");
    }

    /** The command goes on, and does not end well. */
    @Test
    void whoWouldEndTheProcessOnAThreadOfItsOwnIsNamed() throws Exception {
        Relrep.Result result = unruly("thread exit").run((RUN + " --quiet").split(" "));
        assertEquals(1, result.exit(), result::toString);
        assertEquals(
                List.of(
                        "relrep: %s failed in 'aside' on a thread of its own: Error: a plugin must"
                                        .formatted(NAME)
                                + " not end the process, and this one called System.exit"),
                result.err().lines().distinct().toList());
        assertEquals(2, rows("absolute").size());
        assertEquals(2, rows("relative").size());
    }

    private void assertState(String state) throws IOException {
        String provenance = Files.readString(folder.resolve("found/provenance.json"));
        assertTrue(provenance.contains("\"state\": \"%s\"".formatted(state)), provenance);
        assertEquals(List.of(), storages());
    }

    @ParameterizedTest
    @CsvSource({"compare, compare, ''", "thread, aside, ' on a thread of its own'"})
    void whoEndsTheProcessDuringACallIsNamedAndRowsAreKept(String where, String place, String more)
            throws Exception {
        Relrep.Result result = unruly(where + " hidden-exit").run((RUN + " --quiet").split(" "));
        assertEquals(1, result.exit(), result.err());
        String sentence =
                "%s ended the process by System.exit in '%s'%s".formatted(NAME, place, more);
        assertEquals(2, (result + " ").split(sentence, -1).length, result::toString);
        assertFalse(result.toString().contains("halted"), result::toString);
        assertEquals(2, rows("absolute").size());
        assertEquals(List.of(), rows("relative"));
        assertState("interrupted");
    }

    @Test
    void whoHaltsTheProcessDuringACallIsNoticedAndRowsAreKept() throws Exception {
        Relrep.Result result = unruly("compare hidden-halt").run(RUN.split(" "));
        assertEquals(1, result.exit(), result.err());
        String last = result.err().lines().reduce((first, second) -> second).orElse("");
        assertTrue(
                last.startsWith(
                        "relrep: the command must run to its end, and a plugin halted the process"
                                + " before (with exit code 0)"),
                result::toString);
        assertEquals(2, rows("absolute").size());
        assertEquals(List.of(), rows("relative"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start hidden-exit", "start hidden-halt"})
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
        "start hidden-exit, 1, similarity 'unruly' of org.example.unruly 1.0.0 ended the process",
        "start hidden-halt, 1, a plugin halted the process",
        "constructor hidden-exit, 1, similarity 'made' of org.example.unrulycomponent 1.0.0 ended",
        "initialiser hidden-exit, 1, similarity 'made' of org.example.unrulycomponent 1.0.0 ended",
        "stop hidden-exit, 0, did not return from 'stop'",
        "stop hidden-halt, 1, a plugin halted the process",
    })
    void noCommandEndsWellThatAPluginEnded(String what, int exit, String said) throws Exception {
        // A command that has come to its end says so, whatever plugins do when they are stopped.
        Relrep how = said.contains("component") ? component(what) : unruly(what);
        Relrep.Result result = how.run("list", "similarities");
        assertEquals(exit, result.exit(), result::toString);
        assertTrue(result.err().contains(said), result::toString);
        // One that hangs when it is stopped is told, also where it waits for its own end.
        boolean waits = what.equals("stop hidden-exit");
        assertEquals(waits ? 1 : exit, result.err().lines().count(), result::err);
    }

    @ParameterizedTest
    @CsvSource({
        "start exit, stopped org.example.unruly 1.0.0: it does not start: .*System.exit",
        "constructor exit, similarity +made +failed .*called System.exit",
        "initialiser halt, similarity +made +failed .*called Runtime.halt",
        "stop exit, similarity +unruly +ready .*",
    })
    void whoWouldEndTheProcessIsListed(String what, String line) throws Exception {
        Relrep how = line.contains("made") ? component(what) : unruly(what);
        Relrep.Result result = how.run("list", "similarities");
        assertEquals(0, result.exit(), result::toString);
        assertEquals("", result.err());
        assertTrue(result.out().contains("cosine"), result::out);
        assertTrue(result.out().lines().anyMatch(each -> each.matches(line)), result::out);
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
        assertEquals(2, result.toString().split("did not return from").length, result::toString);
        assertFalse(result.err().contains("100 %"), result::err);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void jsonSaysTheExitCodeOfTheProcess(String signal, int exit) throws Exception {
        Signals.assumeInterruptsAreHeard();
        Process process = unruly("compare hang").start("check", "unruly", "--json");
        Relrep.awaitLine(process, Unruly.REACHED);
        Signals.send(signal, process);
        Relrep.Result result = relrep.end(process);
        assertEquals(exit, result.exit(), result::toString);
        assertTrue(result.out().contains("\"exit\": " + exit), result::toString);
    }

    /** What would be run would be run by a framework that is stopped. */
    @Test
    void noLineOfThePipedShellIsRunOnceItIsToldToEnd() throws Exception {
        Process process = unruly("compare hang").start("shell");
        try (var in = process.outputWriter()) {
            in.write("check unruly; list aligners\nlist selectors\nlb\n");
        }
        Relrep.awaitLine(process, Unruly.REACHED);
        Signals.send("TERM", process);
        Relrep.Result result = relrep.end(process);
        assertEquals(143, result.exit(), result::toString);
        assertEquals("", result.out());
        assertTrue(
                result.err().lines().allMatch(line -> line.startsWith("relrep: interrupted")),
                result::err);
        assertTrue(result.err().contains(NAME + " did not return from 'compare'"), result::err);
    }

    /** Neither an allocation nor a pause of the garbage collector keeps it. */
    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void whoeverTakesAllMemoryDoesNotKeepTheProcess(String signal) throws Exception {
        Signals.assumeInterruptsAreHeard();
        Relrep greedy = unruly("compare memory").with("RELREP_JAVA_OPTIONS", "-Xmx200m");
        Process process = greedy.start(RUN.split(" "));
        Relrep.awaitLine(process, Unruly.REACHED);
        Signals.send(signal, process);
        Relrep.Result result = relrep.end(process);
        // Whether it can still say so depends on who had memory last.
        assertEquals(signal.equals("INT") ? 130 : 143, result.exit(), result::toString);
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
    void aCheckupThatHangsIsNamedAndTheOthersAreShown() throws Exception {
        Relrep.Result result = unruly("examine hang").run("doctor");
        assertEquals(4, result.exit(), result::toString);
        assertEquals("", result.err());
        assertTrue(
                result.out()
                        .contains(
                                "the check-up of bundle org.example.unruly 1.0.0 must return within"
                                        + " 5000 ms, and did not; report it to the bundle's"
                                        + " authors, or move unruly.jar away"),
                result::out);
        assertTrue(result.out().lines().anyMatch(line -> line.startsWith("well  terminal")));
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
