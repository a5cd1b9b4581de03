package relrep.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.felix.gogo.jline.Parser;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.service.command.CommandSession;
import org.jline.builtins.Completers.CompletionData;
import org.jline.reader.Candidate;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import relrep.cli.command.Commands;
import relrep.cli.command.ExamplePlugins;
import relrep.cli.command.ScriptedExperiments;
import relrep.cli.command.Suggestions;
import relrep.cli.command.Workbench;
import relrep.workbench.plugins.Kind;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class CompletionTest {
    private Completion completion;
    private CommandSession session;

    @BeforeEach
    void open() {
        ExamplePlugins services =
                new ExamplePlugins()
                        .with(Kind.ALIGNER, "rigid", new Object())
                        .with(Kind.ALIGNER, "ridge", new Object());
        ScriptedExperiments experiments = new ScriptedExperiments();
        Commands commands =
                new Commands(
                        new Workbench(
                                "1",
                                services,
                                () -> experiments,
                                () -> null,
                                List::of,
                                List::of,
                                List::of,
                                List::of,
                                () -> 0));
        completion = new Completion(commands, new Suggestions(services, () -> experiments));
        session =
                new CommandProcessorImpl()
                        .createSession(
                                new ByteArrayInputStream(new byte[0]),
                                new ByteArrayOutputStream(),
                                new ByteArrayOutputStream());
    }

    private List<?> at(String line) {
        session.put(".commandLine", new Parser().parse(line, line.length(), ParseContext.COMPLETE));
        List<?> candidates = (List<?>) completion.candidates(session, List.of());
        return candidates.stream().map(candidate -> ((Candidate) candidate).value()).toList();
    }

    @Test
    void namesComeFromWhatIsInstalled() {
        assertEquals(List.of("rigid", "ridge"), at("check ri"));
        assertEquals(List.of("rigid", "ridge"), at("relrep:check ri"));
        assertEquals(List.of("rigid", "ridge"), at("relrep check "));
        assertEquals(Commands.names(), at("relrep "));
    }

    @Test
    void aSessionIsToldTheOptionsOfEachCommand() {
        Map<String, List<CompletionData>> known = new HashMap<>();
        session.put(".completions", known);
        completion.prepare(session, List.of());
        assertEquals(Commands.names().size() + 1, known.size());
        List<CompletionData> run = known.get("relrep:run");
        assertTrue(
                run.stream()
                        .anyMatch(
                                data ->
                                        data.options != null
                                                && data.options.contains("--set")
                                                && data.description.startsWith("Change a key")));
        CompletionData words = run.get(run.size() - 1);
        assertEquals("relrep:__candidates", words.argument);
    }
}
