package relrep.cli.shell;

import relrep.cli.command.Console;
import relrep.cli.command.Screen;
import relrep.workbench.progress.Cancellation;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The console of this process. Java cannot tell which of its three streams are terminals, so the
 * start script does: {@code relrep.terminal} lists them, {@code relrep.columns} is the width.
 */
final class ProcessConsole {
    private static final int COLUMNS = 80;

    private ProcessConsole() {}

    static Console of(List<String> words, Cancellation cancellation) {
        return new Console(
                writer(System.out),
                writer(System.err),
                screen(System.getenv()),
                Path.of("").toAbsolutePath(),
                System.getenv(),
                words,
                false,
                cancellation,
                writer(System.err)::println);
    }

    /** Tells whether standard input is a terminal. */
    static boolean interactive() {
        return terminals().contains("in");
    }

    private static List<String> terminals() {
        return List.of(System.getProperty("relrep.terminal", "").split(","));
    }

    private static Screen screen(Map<String, String> environment) {
        List<String> terminals = terminals();
        boolean colours =
                !environment.containsKey("NO_COLOR")
                        && !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
        int told = Integer.getInteger("relrep.columns", COLUMNS);
        int columns = told > 0 ? told : COLUMNS;
        return new Screen(
                terminals.contains("out"), terminals.contains("err"), colours, () -> columns);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
