package relrep.cli.shell;

import relrep.cli.command.Console;
import relrep.cli.command.Screen;
import relrep.workbench.progress.Cancellation;
import relrep.workbench.terminal.TerminalText;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The console of this process. Java cannot detect which of its three streams are terminals, so the
 * start script does: {@code relrep.terminal} lists them, {@code relrep.columns} is the width. It
 * uses the streams of the process itself; {@link System#out} is for third-party output.
 */
final class ProcessConsole {
    private static final int COLUMNS = 80;

    private static final int LACKING = 4;
    private static final int SIGNALLED = 128;

    private final AnswerStream out = new AnswerStream(new FileOutputStream(FileDescriptor.out));
    private final OutputStream err = new FileOutputStream(FileDescriptor.err);

    Console of(List<String> words, Cancellation cancellation) {
        return new Console(
                writer(out),
                writer(err),
                screen(System.getenv()),
                Path.of("").toAbsolutePath(),
                System.getenv(),
                words,
                false,
                cancellation,
                writer(err)::println);
    }

    /** Returns standard output as a print stream. */
    PrintStream out() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    /** Returns standard error as a print stream. */
    PrintStream err() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    /**
     * Prints an error if the answer could not be written.
     *
     * @param exit the exit code of the command
     * @return the exit code of the process
     */
    int whole(int exit) {
        if (exit >= SIGNALLED || out.loss().isEmpty()) {
            return exit;
        }
        writer(err)
                .println(
                        "relrep: standard output must take the whole answer, and it did not: "
                                + TerminalText.line(out.loss().get()));
        return exit == 0 ? LACKING : exit;
    }

    /** Returns whether standard input is a terminal. */
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

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
