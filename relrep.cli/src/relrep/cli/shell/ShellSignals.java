package relrep.cli.shell;

import org.jline.reader.LineReader;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import java.io.IOException;
import java.util.Map;

/** What Ctrl-C and Ctrl-Z do in the shell, where they do not reach it by themselves. */
final class ShellSignals {
    private ShellSignals() {}

    /** Lets the launcher pass a Ctrl-C on that the process itself does not hear. */
    static void listen(BundleContext context, Terminal terminal) {
        context.registerService(
                Runnable.class,
                () -> terminal.raise(Signal.INT),
                FrameworkUtil.asDictionary(Map.of("relrep.interrupt", true)));
    }

    /**
     * Has Ctrl-Z stop the process, as it stops any other, and the shell that started it take over.
     * Gogo would say that the command is suspended, and let it run on. It sets its handler after
     * the profile has run, so this is done before each line is read.
     *
     * @param reader not reading yet: its terminal is as the other shell left it
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
     * Gives the terminal back as it was and stops the whole job; returns when that is continued.
     * The start script waits for this, and stops with it.
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
