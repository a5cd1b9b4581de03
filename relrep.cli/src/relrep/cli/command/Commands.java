package relrep.cli.command;

import com.google.gson.GsonBuilder;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import relrep.workbench.terminal.TerminalText;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** All commands, and how they are run. */
public final class Commands {
    /** The word that asks for the help of the command after it. */
    static final String HELP = "help";

    private static final Map<String, BiFunction<Workbench, Console, Command>> ALL = all();

    private final Workbench workbench;

    /** Makes the commands. */
    public Commands(Workbench workbench) {
        this.workbench = workbench;
    }

    private static Map<String, BiFunction<Workbench, Console, Command>> all() {
        Map<String, BiFunction<Workbench, Console, Command>> all = new LinkedHashMap<>();
        all.put("demo", DemoCommand::new);
        all.put("run", RunCommand::new);
        all.put("list", ListCommand::new);
        all.put("info", InfoCommand::new);
        all.put("check", CheckCommand::new);
        all.put("train", TrainCommand::new);
        all.put("encode", EncodeCommand::new);
        all.put("project", ProjectCommand::new);
        all.put("align", AlignCommand::new);
        all.put("apply", ApplyCommand::new);
        all.put("compare", CompareCommand::new);
        all.put("trust", TrustCommand::new);
        all.put("doctor", DoctorCommand::new);
        all.put("cache", CacheCommand::new);
        all.put("jobs", JobsCommand::new);
        all.put("shell", ShellCommand::new);
        return Collections.unmodifiableMap(all);
    }

    /** Returns the names of the commands in the order of the help. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** Returns the names of the commands whose classes have an annotation. */
    static List<String> names(Class<? extends Annotation> annotation) {
        return new Commands(null)
                .parser(Screen.none(), null).getSubcommands().entrySet().stream()
                        .filter(
                                one ->
                                        one.getValue()
                                                .getCommandSpec()
                                                .userObject()
                                                .getClass()
                                                .isAnnotationPresent(annotation))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /**
     * Returns the options of a command, or of all commands for an empty text, with descriptions.
     */
    public List<Suggestion> options(String command) {
        return parser(Screen.none(), null).getSubcommands().entrySet().stream()
                .filter(one -> command.isEmpty() || one.getKey().equals(command))
                .flatMap(one -> one.getValue().getCommandSpec().options().stream())
                .map(
                        option ->
                                new Suggestion(
                                        option.longestName(),
                                        String.join(" ", option.description()),
                                        true))
                .distinct()
                .toList();
    }

    /**
     * Runs one command and prints its answer.
     *
     * @param words the command and its arguments
     * @param console where the command was typed
     * @return the exit code
     */
    public int run(List<String> words, Console console) {
        CommandLine line = parser(console.screen(), console);
        try {
            ParseResult parsed = line.parseArgs(helpLast(words).toArray(String[]::new));
            return run(parsed, console);
        } catch (ParameterException wrong) {
            return fail(
                    new Failure(Failure.WRONG_INPUT, Usage.sentence(wrong), true, wrong),
                    console,
                    words);
        } catch (Exception | Error thrown) {
            return fail(Failure.of(thrown), console, words);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    /** Rewrites {@code help run} as {@code run --help}. */
    private static List<String> helpLast(List<String> words) {
        int first = 0;
        while (first < words.size() && words.get(first).startsWith("-")) {
            first++;
        }
        if (first == words.size() || !words.get(first).equals(HELP)) {
            return words;
        }
        List<String> turned = new ArrayList<>(words);
        turned.remove(first);
        turned.add("--help");
        return turned;
    }

    private int run(ParseResult root, Console console) throws Exception {
        ParseResult parsed = root.hasSubcommand() ? root.subcommand() : root;
        CommandLine line = parsed.commandSpec().commandLine();
        if (!line.getUnmatchedArguments().isEmpty()) {
            // Beside --help picocli lets an unknown word pass.
            throw new UnmatchedArgumentException(line, line.getUnmatchedArguments());
        }
        if (root.isVersionHelpRequested()) {
            console.out().println(version());
            return 0;
        }
        Command command = (Command) parsed.commandSpec().userObject();
        command.common().and(((Command) root.commandSpec().userObject()).common());
        if (command.common().help || command instanceof Root) {
            Usage.print(line, console);
            return 0;
        }
        if (computes(command.getClass())) {
            NativesRoom.ofProcess().ifPresent(NativesRoom::require);
        }
        Answer answer = command.call();
        if (!console.cancellation().takeLastWord()) {
            return answer.exitCode();
        }
        if (command.common().json) {
            console.out().println(json(answer.json()));
        } else {
            answer.print(console.page());
        }
        return answer.exitCode();
    }

    private static boolean computes(Class<?> command) {
        return !command.isAnnotationPresent(ComputesNothing.class)
                && !command.isAnnotationPresent(Interactive.class);
    }

    private String version() {
        return "relrep %s, Java %s, %s %s"
                .formatted(
                        workbench.version(),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }

    private static String json(Object value) {
        return TerminalText.json(
                new GsonBuilder()
                        .setPrettyPrinting()
                        .serializeNulls()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(value));
    }

    private int fail(Failure failure, Console console, List<String> words) {
        if (!console.cancellation().takeLastWord()) {
            return failure.exitCode();
        }
        String where = failure.expected() ? "" : FaultFile.keep(failure.cause(), console);
        String sentence = failure.sentence() + where;
        console.err().println("relrep: " + TerminalText.line(sentence));
        if (words.contains("--stacktrace")) {
            StringWriter trace = new StringWriter();
            failure.cause().printStackTrace(new PrintWriter(trace, true));
            console.err().print(TerminalText.lines(trace.toString()));
        }
        if (words.contains("--json")) {
            console.out().println(error(sentence, failure.exitCode(), console));
        }
        return failure.exitCode();
    }

    /**
     * Prints the error of a command that hangs, unless the command has printed one itself.
     *
     * @param sentence one sentence
     * @param exit its exit code
     * @param console where the command was typed
     */
    public static void complain(String sentence, int exit, Console console) {
        if (!console.cancellation().takeLastWord()) {
            return;
        }
        console.err().println("relrep: " + TerminalText.line(sentence));
        console.err().flush();
        if (console.words().contains("--json")) {
            console.out().println(error(sentence, exit, console));
            console.out().flush();
        }
    }

    private static String error(String sentence, int exit, Console console) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("error", sentence);
        error.put("exit", console.cancellation().exitCode(exit));
        return json(error);
    }

    private CommandLine parser(Screen screen, Console console) {
        CommandLine line = new CommandLine(new Root());
        ALL.forEach((name, maker) -> line.addSubcommand(name, maker.apply(workbench, console)));
        boolean colours = screen.outTerminal() && screen.colours();
        line.setColorScheme(CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF));
        return line;
    }
}
