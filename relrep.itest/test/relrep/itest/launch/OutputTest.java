package relrep.itest.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.itest.bundle.Jars;
import relrep.itest.bundle.Unruly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks that standard output has the complete answer and nothing else, or the command reports a
 * failure.
 */
class OutputTest {
    private static final int LACKING = 4;
    private static final String PROJECT =
            "--json project --points p.csv --anchors p.csv --similarity unruly --out o.npy --quiet";
    private static final String LOST = "relrep: standard output must take the whole answer, and ";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "--json list",
                "info cosine",
                "doctor",
                "check cosine",
                "--help",
                "--version",
                "info nonsense --json"
            })
    void whatCannotBeWrittenIsSaid(String words) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has a device that is full");
        Relrep full = new Relrep(folder).under("exec >/dev/full");
        Relrep.Result result = full.run(words.split(" "));
        String last = result.err().lines().reduce((first, second) -> second).orElse("");
        assertEquals(LOST + "it did not: No space left on device", last, result::toString);
        assertEquals(words.contains("nonsense") ? 2 : LACKING, result.exit(), result::toString);
    }

    @Test
    void linesThatThePipedShellPrintsAreAnswersToo() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has a device that is full");
        Process process = new Relrep(folder).under("exec >/dev/full").start("shell");
        try (var in = process.outputWriter()) {
            in.write("list aligners\n");
        }
        Relrep.Result result = new Relrep(folder).end(process);
        assertEquals(LOST + "it did not: No space left on device\n", result.err());
        assertEquals(LACKING, result.exit());
    }

    @Test
    void aClosedOutputIsSaid() throws Exception {
        Relrep.Result result = new Relrep(folder).under("exec >&-").run("list");
        assertEquals(LOST + "it is closed\n", result.err());
        assertEquals(LACKING, result.exit());
    }

    /** As behind {@code | head -1}. */
    @Test
    void whoReadsNoMoreIsToldNothing() throws Exception {
        Process process = new Relrep(folder).start("list");
        process.getInputStream().close();
        assertEquals(0, process.waitFor());
        assertEquals("", new Relrep(folder).errors());
    }

    private Relrep.Result projected(String what) throws Exception {
        Relrep relrep = new Relrep(folder).with(Unruly.WHAT, what);
        Jars.bundle(
                relrep.plugins().resolve("unruly.jar"),
                Unruly.class,
                "1.0.0",
                "org.osgi.framework,relrep.api.data,relrep.api.plugin,relrep.api.run,"
                        + "relrep.api.similarity");
        write("p.csv", "1,2\n3,4\n");
        return relrep.run(PROJECT.split(" "));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start print",
                "compare print",
                "compare close",
                "compare replace",
                "stop print",
                "stop close"
            })
    void noPluginWritesBesideTheAnswerOrClosesIt(String what) throws Exception {
        Relrep.Result result = projected(what);
        assertEquals(0, result.exit(), result::toString);
        assertTrue(JsonParser.parseString(result.out()).isJsonObject(), result::out);
        assertTrue(result.out().startsWith("{"), result::out);
        List<String> printed = what.endsWith("print") ? List.of("\\u001B[31mprinted") : List.of();
        assertEquals(printed, result.err().lines().distinct().toList().stream().limit(1).toList());
        assertEquals(-1, result.err().indexOf('\u001b'), result::err);
    }

    @Test
    void whoClosesTheDescriptorItselfIsNoticed() throws Exception {
        Relrep.Result result = projected("compare cut");
        assertEquals("", result.out());
        assertEquals(LOST + "it did not: Stream Closed\n", result.err());
        assertEquals(LACKING, result.exit());
    }
}
