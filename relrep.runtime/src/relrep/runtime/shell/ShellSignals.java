package relrep.runtime.shell;

import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.osgi.framework.BundleContext;

import java.util.Hashtable;
import java.util.Map;

/** What Ctrl-C and Ctrl-Z do in the shell, where they do not reach it by themselves. */
final class ShellSignals {
    private ShellSignals() {}

    /** Lets the launcher pass a Ctrl-C on that the process itself does not hear. */
    static void listen(BundleContext context, Terminal terminal) {
        context.registerService(
                Runnable.class,
                () -> terminal.raise(Signal.INT),
                new Hashtable<>(Map.of("relrep.interrupt", true)));
    }

    /**
     * Has Ctrl-Z stop the process, as it stops any other, and the shell that started it take over.
     * Gogo would say that the command is suspended, and let it run on. It sets its handler after
     * the profile has run, so this is done before each line is read.
     */
    static void stopOnCtrlZ(LineReader reader) {
        Terminal terminal = reader.getTerminal();
        reader.getWidgets()
                .put(
                        LineReader.CALLBACK_INIT,
                        () -> {
                            terminal.handle(Signal.TSTP, SignalHandler.SIG_DFL);
                            return true;
                        });
    }
}
