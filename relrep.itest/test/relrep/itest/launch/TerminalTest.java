package relrep.itest.launch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.similarity.Similarity;
import relrep.itest.bundle.Jars;
import relrep.itest.bundle.Unruly;
import relrep.itest.bundle.UnrulyComponent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tests Ctrl-C, Ctrl-D and Ctrl-Z typed at a terminal, with and without a hanging plugin. */
class TerminalTest {
    private static final String API =
            "org.osgi.framework,relrep.api.data,relrep.api.plugin,relrep.api.run,"
                    + "relrep.api.similarity";
    private static final String PROMPT = "relrep> ";

    @TempDir Path folder;

    private Relrep relrep;

    @BeforeEach
    void write() throws IOException {
        assumeTrue(Files.exists(Path.of("/usr/bin/script")), "a terminal needs script(1)");
        Signals.assumeInterruptsAreHeard();
        relrep = new Relrep(folder);
        write("hangs", "unruly");
        write("made", "made");
        write("fine", "cosine");
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

    private Terminal terminal(String what) throws Exception {
        Jars.bundle(relrep.plugins().resolve("unruly.jar"), Unruly.class, "1.0.0", API);
        Jars.component(
                relrep.plugins().resolve("made.jar"),
                Unruly.class,
                UnrulyComponent.class,
                Similarity.class,
                "made",
                API);
        return new Terminal(relrep.with(Unruly.WHAT, what));
    }

    /** What a command says when it is left may come after the prompt: so another one is asked. */
    private static void prompt(Terminal terminal) throws Exception {
        terminal.line("list aligners");
        terminal.await("rigid");
        terminal.await(PROMPT);
    }

    private static void leave(Terminal terminal) throws Exception {
        terminal.type(Terminal.CTRL_D);
        terminal.await(Terminal.OUTER);
        terminal.line("echo code=$?");
        terminal.await("code=0");
    }

    @Test
    void inTheShellCtrlCTakesThePromptBackFromACallThatHangs() throws Exception {
        try (Terminal terminal = terminal("compare hang")) {
            terminal.line(relrep.program() + " shell");
            terminal.await(PROMPT);
            terminal.line("run hangs.yaml --jobs 1 --out found");
            terminal.await(Unruly.REACHED);
            terminal.type(Terminal.CTRL_C);
            String said = terminal.await("did not return from 'compare'");
            assertFalse(said.contains("100 %"), said);
            prompt(terminal);
            terminal.line("run fine.yaml --out fine");
            terminal.await("fine: 4 rows in fine");
            terminal.await(PROMPT);
            leave(terminal);
        }
    }

    @Test
    void inTheShellAPluginThatHangsWhileItIsMadeKeepsNobodyElseFromWork() throws Exception {
        try (Terminal terminal = terminal("constructor hang")) {
            terminal.line(relrep.program() + " shell");
            terminal.await(PROMPT);
            terminal.line("run made.yaml --out found");
            terminal.await(Unruly.REACHED);
            terminal.type(Terminal.CTRL_C);
            terminal.await("did not return from");
            prompt(terminal);
            terminal.line("run fine.yaml --out fine");
            terminal.await("fine: 4 rows in fine");
            terminal.await(PROMPT);
            leave(terminal);
        }
    }

    @Test
    void whatHangsWhenItIsStartedLeavesTheShellItsPrompt() throws Exception {
        try (Terminal terminal = terminal("start hang")) {
            terminal.line(relrep.program() + " shell");
            terminal.await("did not return from 'start'");
            terminal.await(PROMPT);
            terminal.line("list aligners");
            terminal.await("rigid");
            terminal.await(PROMPT);
            leave(terminal);
        }
    }

    @Test
    void ctrlZStopsTheShellAsAnyProgram() throws Exception {
        try (Terminal terminal = terminal("compare hang")) {
            terminal.line(relrep.program() + " shell");
            terminal.await(PROMPT);
            terminal.type(Terminal.CTRL_Z);
            terminal.await("Stopped");
            terminal.await(Terminal.OUTER);
            terminal.line("fg");
            terminal.await(PROMPT);
            terminal.line("run hangs.yaml --jobs 1 --out found");
            terminal.await(Unruly.REACHED);
            terminal.type(Terminal.CTRL_Z);
            String said = terminal.await("Stopped");
            assertFalse(said.contains("suspended"), said);
            terminal.await(Terminal.OUTER);
            terminal.line("fg");
            terminal.awaitForeground();
            terminal.type(Terminal.CTRL_C);
            terminal.await("did not return from 'compare'");
            prompt(terminal);
            leave(terminal);
        }
    }

    @Test
    void ctrlCAndCtrlZReachACommandBesideWhichTheStartScriptWaits() throws Exception {
        try (Terminal terminal = terminal("compare hang")) {
            terminal.line(relrep.program() + " run hangs.yaml --jobs 1 --out found");
            terminal.await(Unruly.REACHED);
            terminal.type(Terminal.CTRL_Z);
            terminal.await("Stopped");
            terminal.await(Terminal.OUTER);
            terminal.line("fg");
            terminal.awaitForeground();
            terminal.type(Terminal.CTRL_C);
            terminal.await("did not return from 'compare'");
            terminal.await(Terminal.OUTER);
            terminal.line("echo code=$?");
            terminal.await("code=130");
            assertTrue(Files.exists(folder.resolve("found/results.csv")));
        }
    }
}
