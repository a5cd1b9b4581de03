package relrep.cli.shell;

import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

import relrep.api.run.UnavailableException;
import relrep.cli.command.Console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The interactive shell: Gogo's shell on a JLine terminal. It is assembled here, since Gogo's own
 * bundle would start by itself, stop the framework at its end and keep its history elsewhere.
 */
final class GogoShell implements Shell.Context {
    private static final String WELCOME =
            "Commands of relrep and of Felix; Tab completes, Ctrl-C ends a command, Ctrl-D leaves,"
                    + " 'relrep --help' helps.";
    // Without Gogo's usual '*': its completion would then take the last command of a name.
    private static final String SCOPES = "relrep:gogo:felix:osgi";
    private static final List<String> BUNDLES =
            List.of("org.apache.felix.gogo.runtime", "org.apache.felix.gogo.command");

    private static final int INTERRUPTED = 130;

    private final BundleContext context;
    private final Console console;
    // Gogo puts a stream of its own in its place when it starts.
    private final InputStream in = System.in;
    private final PrintStream out;
    private final PrintStream err;
    private final Path home;
    private final Shell shell;
    private final CommandProcessor processor;
    private final GogoCommands commands;
    private boolean left;

    private GogoShell(Installation installation, Console console, ProcessConsole process)
            throws BundleException, IOException {
        this.context = installation.context();
        this.console = console;
        this.out = process.out();
        this.err = process.err();
        this.home = context.getDataFile("gogo").toPath();
        for (Bundle bundle : context.getBundles()) {
            if (BUNDLES.contains(bundle.getSymbolicName())) {
                bundle.start();
            }
        }
        this.processor = context.getService(context.getServiceReference(CommandProcessor.class));
        writeProfile();
        this.shell = new Shell(this, processor);
        new GogoParts(context).register(processor, shell, this::exit);
        this.commands = new GogoCommands(context, installation);
        console.cancellation().onCancel(commands::end);
    }

    /** Runs the shell until the user leaves it. */
    static int run(Installation installation, Console console, ProcessConsole process) {
        try {
            GogoShell gogo = new GogoShell(installation, console, process);
            try {
                return ProcessConsole.interactive() ? gogo.interactive() : gogo.script();
            } finally {
                gogo.commands.end();
            }
        } catch (IOException | BundleException e) {
            throw new UnavailableException("the shell cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Writes the profile that Gogo reads before the first prompt: Gogo's own, then the changes. */
    private void writeProfile() throws IOException {
        Path profile = home.resolve("etc").resolve("gosh_profile");
        Files.createDirectories(profile.getParent());
        Files.write(
                profile,
                List.of(
                        ".gosh_quiet = true",
                        "source '" + Shell.class.getResource("/gosh_profile") + "'",
                        "SCOPE = '" + SCOPES + "'",
                        "prompt = 'relrep> '",
                        GogoCommands.SCOPE + ":" + Completion.PREPARE));
    }

    private int interactive() throws IOException {
        Terminal terminal =
                TerminalBuilder.builder()
                        .name("relrep")
                        .system(true)
                        .nativeSignals(true)
                        .signalHandler(Terminal.SignalHandler.SIG_IGN)
                        .build();
        try (CommandSession session =
                processor.createSession(terminal.input(), terminal.output(), terminal.output())) {
            session.currentDir(console.directory());
            session.put(Shell.VAR_TERMINAL, terminal);
            Path cache = console.places().cache();
            Files.createDirectories(cache);
            session.put(LineReader.HISTORY_FILE, cache.resolve("shell-history"));
            console.cancellation().onCancel(() -> end(terminal));
            ShellSignals.listen(context, terminal);
            terminal.writer().println(WELCOME);
            shell.gosh(session, new String[] {"--login", "--noshutdown", "--nohistory"});
            return 0;
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            console.cancellation().check(); // its terminal was closed under it
            throw new IllegalStateException(e);
        } finally {
            terminal.close();
        }
    }

    private void end(Terminal terminal) {
        shell.stop();
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the lines of standard input, which is not a terminal, up to {@code exit}. A rejected
     * line is reported and the next one is run; the worst exit code counts.
     */
    private int script() throws IOException {
        try (CommandSession session = processor.createSession(in, out, err)) {
            session.currentDir(console.directory());
            session.put("SCOPE", SCOPES);
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String line = lines.readLine();
            for (int number = 1; line != null && !left; number++) {
                if (console.cancellation().cancelled() && commands.worst() >= INTERRUPTED) {
                    return commands.worst(); // the command has said why it ended
                }
                console.cancellation().check(); // nothing runs once the process is ending
                try {
                    print(session, session.execute(line));
                } catch (Exception refused) {
                    console.cancellation().check(); // the process is ending
                    commands.refuse(number, line, refused, console);
                }
                line = lines.readLine();
            }
            return commands.worst();
        }
    }

    /** Prints the result of a command, as Gogo's own reader would. */
    private void print(CommandSession session, Object result) {
        if (result != null) {
            out.println(session.format(result, Converter.INSPECT));
            out.flush();
        }
    }

    @Override
    public String getProperty(String name) {
        return name.equals("gosh.home") ? home.toString() : context.getProperty(name);
    }

    @Override
    public void exit() {
        left = true;
        shell.stop();
    }
}
