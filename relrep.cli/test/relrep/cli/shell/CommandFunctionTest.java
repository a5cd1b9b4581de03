package relrep.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.service.command.CommandSession;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

import relrep.api.run.CancelledException;
import relrep.cli.command.Commands;
import relrep.cli.command.ExamplePlugins;
import relrep.cli.command.ScriptedExperiments;
import relrep.cli.command.Workbench;
import relrep.runtime.experiment.ExperimentInfo;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunOutcome.End;
import relrep.runtime.experiment.RunRequest;
import relrep.workbench.calls.PluginCalls;
import relrep.workbench.plugins.Kind;
import relrep.workbench.progress.Cancellation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tests commands as Gogo runs them, with its own parser, pipes and sessions, without a framework.
 */
class CommandFunctionTest {
    private static final PluginCalls CALLS = new PluginCalls(() -> new Bundle[0]);

    private final ScriptedExperiments experiments = new ScriptedExperiments();
    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();
    private final List<Integer> exits = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private CommandProcessorImpl processor;
    private CommandSession session;
    private Terminal terminal;

    private final Cancellation ended = new Cancellation();

    @BeforeEach
    void open() throws IOException {
        experiments.known.add(
                new ExperimentInfo(
                        "demo",
                        List.of(),
                        "",
                        "",
                        "",
                        "",
                        ExperimentInfo.State.READY,
                        List.of(),
                        Map.of()));
        experiments.body = (request, run) -> outcome(request, End.DONE);
        processor = new CommandProcessorImpl();
        Commands commands =
                new Commands(
                        new Workbench(
                                "1.2.3",
                                new ExamplePlugins().with(Kind.ALIGNER, "rigid", new Object()),
                                () -> experiments,
                                () -> null,
                                List::of,
                                List::of,
                                List::of,
                                List::of,
                                () -> 0));
        for (String name : Commands.names()) {
            add(
                    name,
                    new CommandFunction(
                            List.of(name), commands, CALLS, running, ended, exits::add));
        }
        add("relrep", new CommandFunction(List.of(), commands, CALLS, running, ended, exits::add));
        session = processor.createSession(new ByteArrayInputStream(new byte[0]), out, err);
        session.put("SCOPE", "relrep");
        terminal = new DumbTerminal(new ByteArrayInputStream(new byte[0]), out);
    }

    private void add(String name, CommandFunction function) {
        processor.addCommand("relrep", function, name);
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        terminal.close();
    }

    private static RunOutcome outcome(RunRequest request, End end) {
        return new RunOutcome(
                request.experiment(), Path.of("/x"), end, List.of(), List.of(), "", "over");
    }

    private String type(String line) throws Exception {
        out.reset();
        err.reset();
        session.execute(line);
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void nothingBeginsOnceTheShellIsLeft() {
        ended.cancel("the shell was left");
        assertThrows(CancelledException.class, () -> session.execute("list aligners"));
        assertEquals(List.of(), exits);
    }

    @Test
    void aCommandIsTypedWithAndWithoutItsProgram() throws Exception {
        String list =
                """
                KIND     NAME   STATE  BUNDLE       VERSION  DESCRIPTION
                aligner  rigid  ready  com.example  1.0.0    A rigid
                """;
        assertEquals(list, type("list aligners"));
        assertEquals(list, type("relrep list aligners"));
        assertEquals(list, type("relrep:list aligners"));
        assertEquals(List.of(0, 0, 0), exits);
    }

    @Test
    void anErrorIsASentenceAndTheShellGoesOn() throws Exception {
        type("info rigdi");
        assertEquals(
                "relrep: unknown plugin or experiment 'rigdi'; did you mean 'rigid'?"
                        + " there are demo, rigid",
                err.toString(StandardCharsets.UTF_8).strip());
        type("list");
        assertEquals(List.of(2, 0), exits);
    }

    @Test
    void whatOtherShellsReadAsOneWordIsOneHere() throws Exception {
        type("run demo --set seeds=[1,2] --set a=[x, y] --set b=mlp:factor=2,epochs=3 --set c=1+7");
        assertEquals(
                List.of("seeds=[1,2]", "a=[x, y]", "b=mlp:factor=2,epochs=3", "c=1+7"),
                experiments.ran.get(0).settings());
    }

    @Test
    void theDirectoryIsTheSessions() throws Exception {
        session.currentDir(Path.of("/somewhere"));
        type("run demo --out there");
        assertEquals(Path.of("/somewhere"), experiments.ran.get(0).directory());
        assertEquals(Path.of("/somewhere/there"), experiments.ran.get(0).out().orElseThrow());
    }

    @Test
    void ctrlCEndsTheCommandAndGivesTheSignalBack() throws Exception {
        List<Signal> gogo = new ArrayList<>();
        SignalHandler before = gogo::add;
        terminal.handle(Signal.INT, before);
        session.put(".terminal", terminal);
        experiments.body =
                (request, run) -> {
                    run.step(0, 2);
                    terminal.raise(Signal.INT);
                    try {
                        run.step(1, 2);
                        return outcome(request, End.DONE);
                    } catch (CancelledException interrupted) {
                        return outcome(request, End.CANCELLED);
                    }
                };
        type("run demo");
        assertEquals(List.of(130), exits);
        assertEquals(List.of(), gogo);
        assertTrue(running.isEmpty());
        terminal.raise(Signal.INT);
        assertEquals(List.of(Signal.INT), gogo);
    }

    @Test
    void aSecondCtrlCIsGogos() throws Exception {
        List<Signal> gogo = new ArrayList<>();
        terminal.handle(Signal.INT, gogo::add);
        session.put(".terminal", terminal);
        experiments.body =
                (request, run) -> {
                    terminal.raise(Signal.INT);
                    terminal.raise(Signal.INT);
                    return outcome(request, End.CANCELLED);
                };
        type("run demo");
        assertEquals(List.of(Signal.INT), gogo);
    }

    @Test
    void whatRunsCanBeEndedWithTheShell() throws Exception {
        experiments.body =
                (request, run) -> {
                    running.forEach(cancellation -> cancellation.cancel("the shell was left"));
                    run.step(1, 2);
                    return outcome(request, End.DONE);
                };
        type("run demo");
        assertEquals("relrep: the shell was left", err.toString(StandardCharsets.UTF_8).strip());
        assertEquals(List.of(130), exits);
    }
}
