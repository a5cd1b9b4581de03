package relrep.cli.command;

import relrep.runtime.experiment.Job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The state of a submitted job as text.
 *
 * @param id its name in the shell
 * @param state its state
 * @param missing the plugins that it waits for
 * @param end its outcome, or empty while it waits or runs
 */
record JobPage(String id, String state, List<String> missing, String end) implements Answer {
    JobPage(Job job) {
        this(job.id(), job.state().name().toLowerCase(Locale.ROOT), job.missing(), end(job));
    }

    /** Returns the outcome of a job, or an empty text while it waits or runs. */
    static String end(Job job) {
        if (!job.outcome().isDone()) {
            return "";
        }
        return job.outcome()
                .handle(
                        (outcome, thrown) ->
                                thrown == null ? outcome.sentence() : Failure.of(thrown).sentence())
                .join();
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("job", id);
        json.put("state", state);
        json.put("missing", missing);
        json.put("end", end);
        return json;
    }

    @Override
    public void print(TextPage page) {
        if (!end.isEmpty()) {
            page.line("%s: %s; %s".formatted(id, state, end));
        } else if (missing.isEmpty()) {
            page.line("%s: %s".formatted(id, state));
        } else {
            page.line(
                    "%s: %s for %s; it starts when that arrives"
                            .formatted(id, state, String.join(" and ", missing)));
        }
    }
}
