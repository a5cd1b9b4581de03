package relrep.cli.shell;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

import relrep.cli.command.Commands;
import relrep.cli.command.Console;
import relrep.cli.command.Screen;
import relrep.workbench.calls.PluginCalls;
import relrep.workbench.progress.Cancellation;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * One command as a function of Gogo. Ctrl-C cancels the command, not the shell. A second Ctrl-C
 * returns to Gogo's prompt without waiting.
 */
final class CommandFunction implements Function {
    private final List<String> first;
    private final Commands commands;
    private final PluginCalls calls;
    private final Set<Cancellation> running;
    private final Cancellation ended;
    private final IntConsumer exits;

    /**
     * Makes the function.
     *
     * @param first the words before the arguments
     * @param commands runs the commands
     * @param calls finds the plugins that have not returned
     * @param running receives the running commands, so that the end of the shell can cancel them
     * @param ended whether the shell has ended; then no command starts
     * @param exits receives the exit code of each finished command
     */
    CommandFunction(
            List<String> first,
            Commands commands,
            PluginCalls calls,
            Set<Cancellation> running,
            Cancellation ended,
            IntConsumer exits) {
        this.first = first;
        this.commands = commands;
        this.calls = calls;
        this.running = running;
        this.ended = ended;
        this.exits = exits;
    }

    @Override
    public Object execute(CommandSession session, List<Object> arguments) {
        ended.check();
        List<String> words = words(arguments);
        Cancellation cancellation = new Cancellation();
        running.add(cancellation);
        Terminal terminal = (Terminal) session.get(".terminal");
        SignalHandler before = listen(terminal, cancellation);
        try {
            int exit = run(words, console(session, terminal, words, cancellation));
            exits.accept(exit);
            Process process = Process.Utils.current();
            if (process != null) {
                process.error(exit);
            }
            return null;
        } finally {
            running.remove(cancellation);
            if (terminal != null) {
                terminal.handle(Signal.INT, before);
            }
        }
    }

    /**
     * Runs a command on a thread of its own, so that the prompt returns even if the command hangs.
     */
    private int run(List<String> words, Console console) {
        return new CommandThread(
                        "relrep " + String.join(" ", words),
                        () -> commands.run(words, console),
                        console,
                        calls)
                .await();
    }

    /**
     * Returns the words of the arguments. Gogo reads {@code seeds=[1,2]} as a word and a list;
     * other shells read one word.
     */
    private List<String> words(List<Object> arguments) {
        List<String> words = new ArrayList<>(first);
        for (Object argument : arguments) {
            int last = words.size() - 1;
            if (argument instanceof Collection<?> list
                    && last >= 0
                    && words.get(last).endsWith("=")) {
                String elements =
                        list.stream().map(String::valueOf).collect(Collectors.joining(" "));
                words.set(last, words.get(last) + "[" + elements + "]");
            } else {
                words.add(String.valueOf(argument));
            }
        }
        return words;
    }

    private static SignalHandler listen(Terminal terminal, Cancellation cancellation) {
        if (terminal == null) {
            return null;
        }
        SignalHandler[] before = new SignalHandler[1];
        before[0] =
                terminal.handle(
                        Signal.INT,
                        signal -> {
                            if (cancellation.cancelled()) {
                                before[0].handle(signal);
                            }
                            cancellation.cancel("interrupted");
                        });
        return before[0];
    }

    private static Console console(
            CommandSession session,
            Terminal terminal,
            List<String> words,
            Cancellation cancellation) {
        Process process = Process.Utils.current();
        PrintStream out = process == null ? session.getConsole() : process.out();
        PrintStream err = process == null ? session.getConsole() : process.err();
        Screen screen = screen(terminal, process);
        return new Console(
                screen.outTerminal() ? terminal.writer() : writer(out),
                screen.errTerminal() ? terminal.writer() : writer(err),
                screen,
                session.currentDir().toAbsolutePath(),
                System.getenv(),
                words,
                true,
                cancellation,
                sentence -> later(session, terminal, sentence));
    }

    private static Screen screen(Terminal terminal, Process process) {
        if (terminal == null || process == null || terminal.getType().startsWith("dumb")) {
            return Screen.none();
        }
        return new Screen(process.isTty(1), process.isTty(2), true, terminal::getWidth);
    }

    /** Prints a sentence above the prompt. */
    private static void later(CommandSession session, Terminal terminal, String sentence) {
        if (session.get(".reader") instanceof LineReader reader && reader.isReading()) {
            reader.printAbove(sentence);
        } else if (terminal != null) {
            terminal.writer().println(sentence);
            terminal.flush();
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
