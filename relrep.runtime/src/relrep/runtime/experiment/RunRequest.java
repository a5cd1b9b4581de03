package relrep.runtime.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request to run an experiment.
 *
 * @param experiment a name, or the path of an experiment file
 * @param settings each {@code dotted.key=value}, as given to {@code --set}, in their order
 * @param seed the first of the new seeds, if given; as many seeds as the experiment has, in steps
 *     of 1
 * @param data the folder given to {@code --data}
 * @param out the run folder; if absent, a new one under {@code runs/}
 * @param jobs the number of cells computed at once, ≥ 1
 * @param fresh whether to ignore the cache's entries (new entries are still written)
 * @param waits whether to wait for a missing plugin
 * @param command the command line as typed, for provenance
 * @param directory the folder for relative paths and {@code runs/}
 */
public record RunRequest(
        String experiment,
        List<String> settings,
        OptionalLong seed,
        Optional<Path> data,
        Optional<Path> out,
        int jobs,
        boolean fresh,
        boolean waits,
        List<String> command,
        Path directory) {
    /** Copies the lists. */
    public RunRequest {
        settings = List.copyOf(settings);
        command = List.copyOf(command);
        jobs = Math.max(1, jobs);
    }

    /** Returns a request with the defaults: one job per processor, with cache, without waiting. */
    public static RunRequest of(String experiment, Path directory) {
        return new RunRequest(
                experiment,
                List.of(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Runtime.getRuntime().availableProcessors(),
                false,
                false,
                List.of(),
                directory);
    }
}
