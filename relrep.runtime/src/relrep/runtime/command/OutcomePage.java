package relrep.runtime.command;

import relrep.api.experiment.Row;
import relrep.runtime.command.Page.Tone;
import relrep.runtime.experiment.RunOutcome;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What came out of a run.
 *
 * @param outcome as returned
 */
record OutcomePage(RunOutcome outcome) implements Answer {
    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("experiment", outcome.experiment());
        json.put("folder", outcome.folder().toString());
        json.put("end", outcome.end().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("rows", outcome.rows().stream().map(OutcomePage::json).toList());
        json.put("failures", outcome.failures());
        json.put("sentence", outcome.sentence());
        return json;
    }

    private static Map<String, Object> json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>(row.factors());
        json.put("metric", row.metric());
        json.put("value", Double.isFinite(row.value()) ? (Object) row.value() : null);
        return json;
    }

    @Override
    public void print(Page page) {
        if (!outcome.summary().isEmpty()) {
            outcome.summary().lines().forEach(page::line);
            page.line("");
        }
        for (Map<String, String> failure : outcome.failures()) {
            page.line(Tone.BAD, "failed", " " + failure);
        }
        page.line(outcome.sentence());
    }

    @Override
    public int exitCode() {
        return outcome.exitCode();
    }
}
