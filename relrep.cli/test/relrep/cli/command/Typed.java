package relrep.cli.command;

import relrep.api.data.AnchorAppraiser;
import relrep.api.metric.RetrievalAppraiser;
import relrep.api.run.Checkup;
import relrep.workbench.plugins.Registry;
import relrep.workbench.plugins.StuckBundle;
import relrep.workbench.progress.Cancellation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A command line typed by a test, with its output. */
final class Typed {
    final ScriptedExperiments experiments = new ScriptedExperiments();
    final List<StuckBundle> stuck = new ArrayList<>();
    final List<Checkup> checkups = new ArrayList<>();
    final List<AnchorAppraiser> appraisers = new ArrayList<>();
    final List<RetrievalAppraiser> retrievals = new ArrayList<>();
    final Map<String, String> environment = new HashMap<>();
    final Cancellation cancellation = new Cancellation();
    final List<String> later = new ArrayList<>();
    Registry registry = new ExamplePlugins();
    Screen screen = Screen.none();
    boolean shell;

    String out = "";
    String err = "";
    int exit = -1;

    private final Path directory;

    Typed(Path directory) {
        this.directory = directory;
        environment.put("RELREP_CACHE", directory.resolve("cache").toString());
    }

    /** Types words and returns this, with what was printed. */
    Typed type(String... words) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        List<String> typed = List.of(words);
        Console console =
                new Console(
                        new PrintWriter(outText),
                        new PrintWriter(errText),
                        screen,
                        directory,
                        environment,
                        typed,
                        shell,
                        cancellation,
                        later::add);
        exit = commands().run(typed, console);
        out = outText.toString().replace(System.lineSeparator(), "\n");
        err = errText.toString().replace(System.lineSeparator(), "\n");
        return this;
    }

    Commands commands() {
        return new Commands(
                new Workbench(
                        "1.2.3",
                        registry,
                        () -> experiments,
                        () -> null,
                        () -> stuck,
                        () -> checkups,
                        () -> appraisers,
                        () -> retrievals,
                        () -> 0));
    }
}
