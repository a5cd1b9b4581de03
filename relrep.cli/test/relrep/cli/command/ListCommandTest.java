package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.runtime.experiment.ExperimentInfo;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.StuckBundle;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ListCommandTest {
    @TempDir Path folder;

    private Typed installation() {
        Typed typed = new Typed(folder);
        typed.registry =
                new ExamplePlugins()
                        .with(Kind.SIMILARITY, "cosine", new Object())
                        .with(Kind.ALIGNER, "rigid", new Object())
                        .waiting(Kind.ALIGNER, "mlp", "it needs a trainer");
        typed.experiments.known.add(
                new ExperimentInfo(
                        "demo",
                        List.of("stitch"),
                        "The main job",
                        "",
                        "relrep.runtime",
                        "0.1.0",
                        ExperimentInfo.State.WAITING,
                        List.of("similarity 'manhattan'"),
                        Map.of()));
        return typed;
    }

    @Test
    void itsHelpNamesEveryKind() {
        String help = new Typed(folder).type("list", "--help").out.replaceAll("\\s+", " ");
        for (Kind kind : Kind.values()) {
            assertTrue(help.contains(kind.key()), kind.key());
        }
    }

    @Test
    void pluginsAndExperimentsAreListedWithTheirState() {
        Typed typed = installation().type("list");
        assertEquals(0, typed.exit);
        assertEquals(
                """
                KIND        NAME    STATE    BUNDLE          VERSION  DESCRIPTION
                similarity  cosine  ready    com.example     1.0.0    A cosine
                aligner     rigid   ready    com.example     1.0.0    A rigid
                aligner     mlp     waiting  com.example     1.0.0    it needs a trainer
                experiment  demo    waiting  relrep.runtime  0.1.0    it waits for similarity 'manhattan'
                """,
                typed.out);
    }

    @Test
    void aKindAloneIsListed() {
        assertEquals(
                """
                KIND     NAME   STATE    BUNDLE       VERSION  DESCRIPTION
                aligner  rigid  ready    com.example  1.0.0    A rigid
                aligner  mlp    waiting  com.example  1.0.0    it needs a trainer
                """,
                installation().type("list", "aligners").out);
    }

    @Test
    void aTerminalIsNotOverrun() {
        Typed typed = installation();
        typed.screen = new Screen(true, true, false, () -> 60);
        typed.type("list", "similarity");
        assertEquals(
                """
                KIND        NAME    STATE  BUNDLE       VERSION  DESCRIPTION
                similarity  cosine  ready  com.example  1.0.0    A cosine
                """,
                typed.out);
        typed.screen = new Screen(true, true, false, () -> 30);
        assertEquals(
                """
                KIND        NAME    STATE  BU…
                similarity  cosine  ready  co…
                """,
                typed.type("list", "similarity").out);
    }

    @Test
    void aStuckBundleIsListedWithTheReason() {
        Typed typed = installation();
        typed.stuck.add(
                new StuckBundle(
                        "com.acme", "2.0.0", "acme.jar", "unresolved", "it needs the package x"));
        typed.stuck.add(
                new StuckBundle("half.jar", "", "half.jar", "unreadable", "it is not a whole jar"));
        assertEquals(
                """
                KIND  NAME  STATE  BUNDLE  VERSION  DESCRIPTION
                unresolved com.acme 2.0.0: it needs the package x
                unreadable half.jar: it is not a whole jar
                """,
                typed.type("list", "metrics").out);
    }

    @Test
    void jsonHasTheSame() {
        Typed typed = installation();
        typed.stuck.add(new StuckBundle("half.jar", "", "half.jar", "unreadable", "half"));
        assertEquals(
                """
                {
                  "plugins": [
                    {
                      "kind": "similarity",
                      "name": "cosine",
                      "state": "ready",
                      "bundle": "com.example",
                      "version": "1.0.0",
                      "description": "A cosine"
                    }
                  ],
                  "stuck": [
                    {
                      "bundle": "half.jar",
                      "version": "",
                      "file": "half.jar",
                      "state": "unreadable",
                      "reason": "half"
                    }
                  ]
                }
                """,
                typed.type("list", "similarity", "--json").out);
    }
}
