package relrep.runtime.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a user asked to be run.
 *
 * @param experiment a name, or the path of an experiment file
 * @param settings each {@code dotted.key=value}, as given to {@code --set}, in their order
 * @param seed the seeds become this number and those after it, as many as the experiment has
 * @param data the folder given to {@code --data}
 * @param out the run folder itself; without it a new one under {@code runs/}
 * @param jobs how many cells are computed at once, ≥ 1
 * @param fresh whether the cache is ignored (what is computed is kept in it all the same)
 * @param waits whether to wait for a plugin that is not there
 * @param command the command line as typed, for provenance
 * @param directory the current directory: relative paths and {@code runs/} are in it
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
    /** Keeps copies of the lists. */
    public RunRequest {
        settings = List.copyOf(settings);
        command = List.copyOf(command);
        jobs = Math.max(1, jobs);
    }

    /** Returns a request with the defaults: one job a processor, the cache, no waiting. */
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
