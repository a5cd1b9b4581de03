package relrep.runtime.command;

import relrep.runtime.experiment.Job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A job that was handed in, as it is now.
 *
 * @param id what the shell calls it
 * @param state what it is doing
 * @param missing the plugins that it waits for
 */
record JobPage(String id, String state, List<String> missing) implements Answer {
    JobPage(Job job) {
        this(job.id(), job.state().name().toLowerCase(Locale.ROOT), job.missing());
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("job", id);
        json.put("state", state);
        json.put("missing", missing);
        return json;
    }

    @Override
    public void print(Page page) {
        page.line(
                missing.isEmpty()
                        ? "%s: %s".formatted(id, state)
                        : "%s: %s for %s; it starts when that arrives"
                                .formatted(id, state, String.join(" and ", missing)));
    }
}
