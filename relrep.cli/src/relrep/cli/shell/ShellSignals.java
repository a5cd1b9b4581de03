package relrep.cli.shell;

import org.jline.reader.LineReader;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import java.io.IOException;
import java.util.Map;

/** Handles Ctrl-C and Ctrl-Z for the shell, where the terminal does not deliver them. */
final class ShellSignals {
    private ShellSignals() {}

    /** Receives a Ctrl-C from the launcher that the process itself cannot receive. */
    static void listen(BundleContext context, Terminal terminal) {
        context.registerService(
                Runnable.class,
                () -> terminal.raise(Signal.INT),
                FrameworkUtil.asDictionary(Map.of("relrep.interrupt", true)));
    }

    /**
     * Makes Ctrl-Z stop the process like any other, so that the parent shell takes over. Gogo would
     * report that the command is suspended, but let it continue. Gogo sets its handler after the
     * profile has run, so this method is called before each line is read.
     *
     * @param reader the line reader; it is not reading yet, so its terminal has the parent shell's
     *     settings
     */
    static void stopOnCtrlZ(LineReader reader) {
        Terminal terminal = reader.getTerminal();
        Attributes before = terminal.getAttributes();
        reader.getWidgets()
                .put(
                        LineReader.CALLBACK_INIT,
                        () -> {
                            terminal.handle(Signal.TSTP, signal -> stop(terminal, before));
                            return true;
                        });
    }

    /**
     * Restores the terminal's settings and stops the whole process group; returns when it is
     * continued. The start script waits for this and stops as well.
     */
    private static void stop(Terminal terminal, Attributes before) {
        Attributes now = terminal.getAttributes();
        terminal.setAttributes(before);
        try {
            new ProcessBuilder("sh", "-c", "kill -STOP 0").inheritIO().start().waitFor();
        } catch (IOException nothingStops) {
            terminal.writer().println("Ctrl-Z needs a program sh, and there is none");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        terminal.setAttributes(now);
    }
}
