package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CommandsTest {
    @TempDir Path folder;

    private Typed type(String... words) {
        return new Typed(folder).type(words);
    }

    static List<String> names() {
        return Commands.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCommandHasHelpWithExamplesAndTheCommonOptions(String name) {
        Typed typed = type(name, "--help");
        assertEquals(0, typed.exit);
        assertEquals("", typed.err);
        assertTrue(typed.out.contains("Usage: relrep " + name), typed.out);
        assertTrue(typed.out.contains("\nExamples:\n  "), typed.out);
        for (String option : List.of("--json", "--quiet", "--stacktrace", "--help")) {
            assertTrue(typed.out.contains(option), option);
        }
        assertTrue(typed.out.lines().allMatch(line -> line.length() <= 80), typed.out);
    }

    @Test
    void chancePlaysInTheseCommandsWhichTakeASeed() {
        for (String name : List.of("run", "demo", "check")) {
            assertTrue(type(name, "--help").out.contains("--seed=N"), name);
        }
    }

    @Test
    void withoutACommandThereIsHelp() {
        Typed typed = type();
        assertEquals(0, typed.exit);
        assertEquals(type("--help").out, typed.out);
        for (String name : Commands.names()) {
            assertTrue(typed.out.contains("\n  " + name + " "), name);
        }
    }

    @Test
    void helpMayComeFirst() {
        assertEquals(type("run", "--help").out, type("help", "run").out);
        assertEquals(type("--help").out, type("help").out);
        assertEquals(2, type("help", "rnu").exit);
    }

    @Test
    void theCommonOptionsWorkBeforeTheCommandAsBehindIt() {
        for (String option : List.of("--json", "--quiet", "-q", "--help", "-h")) {
            Typed after = type("list", option);
            Typed before = type(option, "list");
            assertEquals(after.out, before.out, option);
            assertEquals(after.err, before.err, option);
            assertEquals(after.exit, before.exit, option);
        }
        assertTrue(type("--json", "list").out.startsWith("{"));
        assertTrue(type("--help", "list").out.startsWith("Lists"), type("--help", "list").out);
        String traced = type("--stacktrace", "info", "nothing").err;
        assertTrue(traced.contains("\tat relrep.cli.command.InfoCommand"), traced);
        assertEquals(type("--version").out, type("--version", "list").out);
        assertEquals(2, type("--jsn", "list").exit);
    }

    @Test
    void askedForJsonAnErrorIsJsonToo() {
        for (String[] words :
                List.of(new String[] {"lst", "--json"}, new String[] {"--json", "info", "no"})) {
            Typed typed = type(words);
            JsonObject error = JsonParser.parseString(typed.out).getAsJsonObject();
            assertEquals("relrep: " + error.get("error").getAsString() + "\n", typed.err);
            assertEquals(2, error.get("exit").getAsInt());
            assertEquals(2, typed.exit);
        }
    }

    @Test
    void whatIsTypedIsNeverPrintedRaw() {
        String evil = "no\u001B[31m\u009B\nthing";
        Typed typed = new Typed(folder);
        typed.experiments.body =
                (request, run) -> {
                    run.part(evil, 1).step(1, 2);
                    run.note(evil);
                    throw new IllegalStateException(evil);
                };
        for (String[] words :
                List.of(
                        new String[] {"info", evil},
                        new String[] {evil, "--json"},
                        new String[] {"info", evil, "--json", "--stacktrace"},
                        new String[] {"run", evil})) {
            typed.type(words);
            String all = typed.out + typed.err;
            assertEquals(-1, all.indexOf('\u001B'), all);
            assertEquals(-1, all.indexOf('\u009B'), all);
            assertTrue(typed.err.contains("no\\u001B[31m\\u009B\\nthing"), typed.err);
        }
    }

    @Test
    void theVersionIsOneLine() {
        Typed typed = type("--version");
        assertEquals(0, typed.exit);
        assertTrue(typed.out.startsWith("relrep 1.2.3, Java "), typed.out);
        assertEquals(1, typed.out.lines().count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "lst|unknown command 'lst'; did you mean 'list'? there are align, apply, cache,"
                        + " check, compare, demo, doctor, encode, info, jobs, list, project, run,"
                        + " shell, train, trust",
                "list --jsn|list has no option '--jsn'; did you mean '--json'? there are --help,"
                        + " --json, --quiet, --stacktrace, --trust",
                "run|run needs EXPERIMENT; 'relrep run --help' says how",
                "info a b|info takes no further word, but got 'b'; 'relrep info --help' says how",
                "run x --jobs many|--jobs must be a whole number, not 'many'",
                "run x --jobs 0|--jobs must be at least 1, not 0",
                "check --seed x|--seed must be a whole number, not 'x'",
                "list metrik|unknown kind 'metrik'; did you mean 'metric'? there are aligner,"
                        + " anchor-selector, architecture, dataset, encoder, experiment, metric,"
                        + " penalty, reporter, similarity, transform, vector-format",
                "run x --set|run needs --set KEY=VALUE; 'relrep run --help' says how",
                "apply --mpa a|apply has no option '--mpa'; did you mean '--map'? there are"
                        + " --format, --help, --inverse, --json, --map, --out, --points, --quiet,"
                        + " --seed, --stacktrace, --trust",
            })
    void wrongUsageIsOneSentenceAndEndsWithTwo(String line, String sentence) {
        Typed typed = type(line.split(" "));
        assertEquals("relrep: " + sentence + "\n", typed.err);
        assertEquals("", typed.out);
        assertEquals(2, typed.exit);
    }

    @Test
    void aFaultIsOneSentenceAndItsTraceIsKept() throws IOException {
        Typed typed = new Typed(folder);
        typed.experiments.body =
                (request, run) -> {
                    throw new IllegalStateException("five is four");
                };
        typed.type("run", "x");
        assertEquals(1, typed.exit);
        String begin =
                "relrep: a fault in the program: java.lang.IllegalStateException: five is four;"
                        + " where it came up is in ";
        assertTrue(typed.err.startsWith(begin), typed.err);
        assertEquals(1, typed.err.lines().count());
        Path file = Path.of(typed.err.substring(begin.length()).strip());
        String kept = Files.readString(file);
        assertTrue(kept.startsWith("relrep run x"), kept);
        assertTrue(kept.contains("at relrep.cli.command.CommandsTest"), kept);
    }

    @Test
    void aTraceIsShownToWhoAsksForIt() {
        Typed typed = type("info", "nothing", "--stacktrace");
        assertTrue(
                typed.err.startsWith(
                        "relrep: unknown plugin or experiment 'nothing'; there are none\n"
                                + "relrep.api.run.InvalidInputException: "),
                typed.err);
        assertTrue(typed.err.contains("\tat relrep.cli.command.InfoCommand"), typed.err);
        assertEquals(2, typed.exit);
    }

    @Test
    void optionsForCompletionAreThoseOfTheCommand() {
        List<String> run =
                new Typed(folder).commands().options("run").stream().map(Suggestion::text).toList();
        assertTrue(run.containsAll(List.of("--set", "--seed", "--json", "--help")), run::toString);
        assertTrue(!run.contains("--cancel"), run::toString);
        List<String> all =
                new Typed(folder).commands().options("").stream().map(Suggestion::text).toList();
        assertTrue(all.containsAll(List.of("--set", "--cancel")), all::toString);
    }
}
