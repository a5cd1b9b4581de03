package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.run.Checkup.Finding;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.StuckBundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class DoctorCommandTest {
    @TempDir Path folder;
    private Typed typed;

    @BeforeEach
    void install() {
        typed = new Typed(folder);
        typed.registry = new ExamplePlugins().with(Kind.SIMILARITY, "cosine", new Object());
    }

    private String line(String name) {
        return typed.out
                .lines()
                .filter(line -> line.substring(6).startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(typed.out));
    }

    @Test
    void allWellEndsWithNought() {
        typed.checkups.add(() -> List.of(new Finding("blas", "OpenBLAS, 1 thread", true, "")));
        typed.type("doctor");
        assertEquals(0, typed.exit, typed.out);
        assertTrue(line("java").startsWith("well  java      " + Runtime.version()), typed.out);
        assertEquals("well  blas      OpenBLAS, 1 thread", line("blas"));
        assertEquals("well  plugins   1 ready", line("plugins"));
        assertTrue(line("cache").contains(folder.resolve("cache").toString()));
        assertTrue(line("terminal").contains("none (output goes to a file or a pipe)"));
    }

    @Test
    void whatIsNotWellSaysWhatToDoAndEndsWithFour() {
        typed.checkups.add(
                () -> List.of(new Finding("natives", "not loaded", false, "build again")));
        typed.type("doctor");
        assertEquals("ILL   natives   not loaded; build again", line("natives"));
        assertEquals(4, typed.exit);
    }

    @Test
    void aCheckupThatThrowsIsAFinding() {
        typed.checkups.add(
                () -> {
                    throw new IllegalStateException("no");
                });
        typed.type("doctor");
        assertTrue(line("a bundle").startsWith("ILL   a bundle's checkup"), typed.out);
        assertEquals(4, typed.exit);
    }

    @Test
    void whateverIsBrokenTheRestIsLookedAt() {
        typed.checkups.add(
                () -> {
                    throw new StackOverflowError();
                });
        typed.registry =
                new ExamplePlugins() {
                    @Override
                    public List<InstalledPlugin> installed() {
                        throw new AssertionError("broken");
                    }
                };
        typed.type("doctor");
        assertEquals("", typed.err);
        assertEquals(4, typed.exit);
        assertTrue(line("a bundle").contains("StackOverflowError"), typed.out);
        assertTrue(line("plugins").startsWith("ILL   plugins"), typed.out);
        assertTrue(line("terminal").startsWith("well"), typed.out);
    }

    @Test
    void pluginsThatCannotBeUsedAreNamed() {
        typed.registry =
                new ExamplePlugins()
                        .with(Kind.SIMILARITY, "cosine", new Object())
                        .waiting(Kind.ALIGNER, "mlp", "it needs a trainer");
        typed.stuck.add(
                new StuckBundle("com.acme", "1", "a.jar", "unresolved", "it needs Java 99"));
        typed.type("doctor");
        assertEquals("ILL   aligner   mlp is waiting; it needs a trainer", line("aligner"));
        assertTrue(
                typed.out.contains("ILL   plugins   com.acme is unresolved; it needs Java 99\n"),
                typed.out);
    }

    @Test
    void dataIsLookedForWhereItWasNamed() throws IOException {
        Files.createDirectories(folder.resolve("data/mnist"));
        typed.environment.put("RELREP_DATA", folder.resolve("data").toString());
        typed.type("doctor");
        assertEquals("well  data      " + folder.resolve("data") + ": mnist", line("data"));
        typed.environment.put("RELREP_DATA", folder.resolve("nowhere").toString());
        typed.type("doctor");
        assertTrue(line("data").startsWith("ILL   data"), typed.out);
    }

    @Test
    void aTerminalIsDescribed() {
        typed.screen = new Screen(true, true, true, () -> 120);
        String out = typed.type("doctor").out.replaceAll("\u001B\\[\\d*m", "");
        assertTrue(out.contains("terminal  120 columns, colours, "), out);
    }
}
