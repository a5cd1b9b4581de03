package relrep.results;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** The command {@code relrep results}. */
@Command(
        name = "relrep results",
        description = {
            "Runs bundled experiments one after another; without a NAME, all of them. Of each it"
                + " keeps summary.md, results.csv, figures/, experiment.yaml and provenance.json in"
                + " docs/results/NAME (NAME-SIZE if the size is not small). Then it writes the"
                + " table of docs/results/readme.md and keeps the text above it.",
            ""
        },
        footer = {
            "",
            "Ctrl-C ends it; the same command goes on. All renewals share their own cache (results/"
                + " in relrep's cache), so no network comes from other work. Beside each duration"
                + " the table says how much was computed in it. If a run computes nothing, the"
                + " earlier duration stays."
        },
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Main implements Callable<Integer> {
    private static final List<String> SIZES = List.of("smoke", "small", "paper");

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "bundled experiments; all by default")
    private List<String> names = List.of();

    @Option(
            names = "--size",
            paramLabel = "smoke|small|paper",
            description = "${DEFAULT-VALUE} by default")
    private String size = BundledExperiments.USUAL_SIZE;

    @Option(names = "--out", paramLabel = "DIR", description = "docs/results by default")
    private Path out;

    @Option(
            names = "--again",
            description =
                    "run also experiments for which nothing has changed since the commit that made"
                            + " them: sources, versions of dependencies, the experiment's own file")
    private boolean again;

    @Option(
            names = "--fresh",
            description = "compute everything, whatever the cache of the results has")
    private boolean fresh;

    @Option(names = "--jobs", paramLabel = "N", description = "compute N cells at once")
    private String jobs;

    @Option(
            names = "--dirty",
            description = "run even if sources are not committed; the results say so")
    private boolean dirty;

    @Option(names = "--index", description = "run nothing; write only the table")
    private boolean index;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final CommandLine line = new CommandLine(this);

    /**
     * Starts the command.
     *
     * @param words names and options
     */
    public static void main(String[] words) {
        System.exit(new Main().execute(words));
    }

    private int execute(String... words) {
        line.setParameterExceptionHandler(
                (wrong, given) -> {
                    Say.line(wrong.getMessage() + "; relrep results --help says more");
                    return 2;
                });
        line.setExecutionExceptionHandler(
                (thrown, self, parsed) -> {
                    Say.line(thrown.getMessage());
                    return thrown instanceof EndedException ended ? ended.exit() : 4;
                });
        return line.execute(words);
    }

    @Override
    public Integer call() throws Exception {
        Path top = Path.of(System.getProperty("relrep.top"));
        BundledExperiments experiments = BundledExperiments.of(top);
        check(experiments);
        Path folder = out == null ? top.resolve("docs/results") : out;
        folder = Files.createDirectories(folder).toRealPath();
        IndexPage page = new IndexPage(folder, experiments);
        if (!index) {
            Renewal renewal =
                    new Renewal(
                            top,
                            Path.of(System.getProperty("relrep.cache")),
                            folder,
                            new Renewal.Wanted(size, again, fresh, dirty, jobs));
            renewal.run(names.isEmpty() ? experiments.names() : names, page);
        }
        page.write();
        Say.line("the table is in " + folder.resolve(IndexPage.FILE));
        return 0;
    }

    private void check(BundledExperiments experiments) {
        for (String name : names) {
            if (!experiments.names().contains(name)) {
                throw wrong(
                        "there is no bundled experiment '%s'; there are %s"
                                .formatted(name, String.join(", ", experiments.names())));
            }
        }
        if (!SIZES.contains(size)) {
            throw wrong("--size must be smoke, small or paper, not '%s'".formatted(size));
        }
        if (jobs != null && !jobs.matches("[0-9]*[1-9][0-9]*")) {
            throw wrong("--jobs must be a whole number of at least 1, not '%s'".formatted(jobs));
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(line, sentence);
    }
}
