package relrep.torture;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * The command that tries to make relrep lose work, hang or answer wrongly, and counts the attempts
 * that it survives.
 */
@Command(
        name = "relrep torture",
        description = {
            "Tries to make relrep lose work, hang, print a stack trace or answer wrongly, and"
                    + " prints survived / tried for each kind. Exit code 1 after any loss.",
            "A loss is printed with its kind and number; '--only KIND:NUMBER' tries it again, with"
                    + " the same seed."
        },
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Main implements Callable<Integer> {
    @Parameters(
            paramLabel = "KIND",
            arity = "0..*",
            description =
                    "beginnings of the kinds to try, such as 'kill' or 'damaged-csv'; all by"
                            + " default")
    private List<String> kinds = List.of();

    @Option(names = "--kills", description = "processes to kill, ${DEFAULT-VALUE} by default")
    private int kills = 20;

    @Option(names = "--inputs", description = "damaged files to read, ${DEFAULT-VALUE} by default")
    private int inputs = 300;

    @Option(names = "--replacements", description = "jars to replace, ${DEFAULT-VALUE} by default")
    private int replacements = 20;

    @Option(
            names = "--rounds",
            description =
                    "times that each bad plugin, bomb and harsh machine is tried, ${DEFAULT-VALUE}"
                            + " by default")
    private int rounds = 1;

    @Option(
            names = "--long",
            description = "1,000 kills, 10,000 inputs, 1,000 replacements, 3 rounds")
    private boolean longRun;

    @Option(names = "--seed", description = "draws every attempt, ${DEFAULT-VALUE} by default")
    private long seed = 1;

    @Option(
            names = "--jobs",
            description = "attempts at the same time, ${DEFAULT-VALUE} by default")
    private int jobs = Math.max(1, Runtime.getRuntime().availableProcessors());

    @Option(
            names = "--at-most",
            description = "attempts of each kind, drawn among all of them; all by default")
    private int most = Integer.MAX_VALUE;

    @Option(names = "--only", paramLabel = "KIND:NUMBER", description = "tries one attempt alone")
    private String only;

    @Option(names = "--list", description = "prints the kinds")
    private boolean list;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "prints this")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final PrintStream out = stream(FileDescriptor.out);
    private final PrintStream err = stream(FileDescriptor.err);

    /**
     * Starts the command.
     *
     * @param words kinds and options
     */
    public static void main(String[] words) {
        Runtime.getRuntime().addShutdownHook(new Thread(RelrepProcess::killAll));
        int exit = execute(words);
        RelrepProcess.killAll();
        Runtime.getRuntime().halt(exit);
    }

    /** Runs the command and returns its exit code. */
    static int execute(String... words) {
        CommandLine line = new CommandLine(new Main());
        PrintStream err = stream(FileDescriptor.err);
        line.setParameterExceptionHandler(
                (wrong, given) -> {
                    err.println("relrep: " + wrong.getMessage());
                    return 2;
                });
        line.setExecutionExceptionHandler(
                (thrown, self, parsed) -> {
                    err.println("relrep: " + thrown.getMessage());
                    return 4;
                });
        return line.execute(words);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    @Override
    public Integer call() throws Exception {
        if (longRun) {
            kills = 1000;
            inputs = 10_000;
            replacements = 1000;
            rounds = 3;
        }
        Path folder = Files.createTempDirectory("relrep-torture");
        Map<Trial, Integer> trials =
                chosen(new Catalogue(folder).trials(kills, inputs, replacements, rounds));
        if (list) {
            trials.forEach((trial, count) -> out.printf("%-24s %d%n", trial.kind(), count));
            return 0;
        }
        int losses = run(folder, trials);
        if (losses == 0) {
            Folders.delete(folder);
            out.println("nothing was lost");
        } else {
            out.println(losses + " lost; what they left is in " + folder);
        }
        return losses == 0 ? 0 : 1;
    }

    private int run(Path folder, Map<Trial, Integer> trials) throws InterruptedException {
        TrialRun run = new TrialRun(folder, seed, jobs, err);
        List<Survival> survivals = new ArrayList<>();
        for (Map.Entry<Trial, Integer> trial : trials.entrySet()) {
            Survival survival = run.run(trial.getKey(), numbers(trial.getKey(), trial.getValue()));
            survivals.add(survival);
            out.println(survival.row());
        }
        return survivals.stream().mapToInt(Survival::losses).sum();
    }

    /** Returns the numbers of the attempts to make. */
    private List<Integer> numbers(Trial trial, int count) {
        if (only != null) {
            return List.of(Integer.parseInt(only.substring(only.indexOf(':') + 1)));
        }
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        if (most < count) {
            long drawn = Attempt.random(seed, trial.kind(), count).nextLong();
            Collections.shuffle(numbers, new Random(drawn));
            numbers = numbers.subList(0, most);
        }
        return numbers;
    }

    private Map<Trial, Integer> chosen(Map<Trial, Integer> all) {
        Map<Trial, Integer> chosen = new LinkedHashMap<>();
        all.forEach(
                (trial, count) -> {
                    boolean wanted =
                            only == null
                                    ? kinds.isEmpty()
                                            || kinds.stream().anyMatch(trial.kind()::startsWith)
                                    : only.startsWith(trial.kind() + ":");
                    if (wanted && count > 0) {
                        chosen.put(trial, count);
                    }
                });
        if (chosen.isEmpty()) {
            throw new CommandLine.ParameterException(
                    new CommandLine(this),
                    "KIND must be the beginning of one of %s, not %s"
                            .formatted(
                                    all.keySet().stream().map(Trial::kind).toList(),
                                    only == null ? kinds : only));
        }
        return chosen;
    }
}
