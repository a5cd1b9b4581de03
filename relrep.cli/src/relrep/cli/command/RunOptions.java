package relrep.cli.command;

import picocli.CommandLine.Option;

import relrep.api.run.InvalidInputException;
import relrep.runtime.experiment.RunRequest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The options of commands that run experiments. */
final class RunOptions {
    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a key of the experiment; 'relrep info EXPERIMENT' prints them.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Use the seeds from N on, as many as the experiment has.")
    private Long seed;

    @Option(names = "--data", paramLabel = "DIR", description = "Look for data here first.")
    private Path data;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The run's folder (with several experiments: their parent).")
    private Path out;

    @Option(names = "--jobs", paramLabel = "N", description = "Compute N cells at once.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--dry-run", description = "Only print the cells that would be computed.")
    boolean dryRun;

    @Option(names = "--fresh", description = "Compute everything again, whatever the cache has.")
    private boolean fresh;

    @Option(names = "--wait", description = "Wait for plugins that are not installed yet.")
    private boolean waits;

    /** Checks the ranges of numbers. */
    void require() {
        if (jobs < 1) {
            throw new InvalidInputException("--jobs must be at least 1, not " + jobs);
        }
    }

    RunRequest request(String experiment, boolean several, Console console) {
        Optional<Path> folder = Optional.ofNullable(out).map(console.directory()::resolve);
        return new RunRequest(
                experiment,
                settings,
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                Optional.ofNullable(data).map(console.directory()::resolve).map(RunOptions::folder),
                several ? folder.map(parent -> parent.resolve(plain(experiment))) : folder,
                jobs,
                fresh,
                waits,
                console.words(),
                console.directory());
    }

    /** Checks that a folder of data exists, and returns it. */
    static Path folder(Path data) {
        if (!Files.isDirectory(data)) {
            throw new InvalidInputException(
                    "--data must be a folder, and '%s' is not".formatted(data));
        }
        return data;
    }

    /** Returns the name of an experiment, which may be given as the path of a file. */
    private static String plain(String experiment) {
        return experiment.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.ya?ml$", "");
    }
}
