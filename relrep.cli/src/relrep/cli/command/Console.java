package relrep.cli.command;

import relrep.workbench.place.Places;
import relrep.workbench.progress.Bar;
import relrep.workbench.progress.Cancellation;
import relrep.workbench.progress.Display;
import relrep.workbench.progress.LogDisplay;
import relrep.workbench.terminal.TerminalText;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The surroundings of one command, typed as a process or as a line of the shell.
 *
 * @param out receives results
 * @param err receives all other messages
 * @param screen the properties of the two streams
 * @param directory the current directory
 * @param environment the environment variables
 * @param words the command line as typed
 * @param shell whether it was typed in the shell
 * @param cancellation the command's cancellation
 * @param later receives sentences after the command has ended
 */
public record Console(
        PrintWriter out,
        PrintWriter err,
        Screen screen,
        Path directory,
        Map<String, String> environment,
        List<String> words,
        boolean shell,
        Cancellation cancellation,
        Consumer<String> later) {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    /** Returns the progress display for a piece of work. */
    public Display display(String name, boolean quiet) {
        if (quiet) {
            return Display.none();
        }
        String title = TerminalText.line(name);
        return new OptionDisplay(
                screen.errTerminal() && screen.colours()
                        ? new Bar(title, err, screen.columns(), System::nanoTime)
                        : new LogDisplay(title, err, BETWEEN_LINES, System::nanoTime));
    }

    /** Returns the places of data and of the cache. */
    public Places places() {
        Path home = Path.of(System.getProperty("user.home"));
        return Places.of(Optional.empty(), environment, home, directory);
    }

    /** Returns a page of results. */
    TextPage page() {
        return new TextPage(
                out,
                screen.outTerminal() ? screen.columns().getAsInt() : Integer.MAX_VALUE,
                screen.outTerminal() && screen.colours());
    }
}
