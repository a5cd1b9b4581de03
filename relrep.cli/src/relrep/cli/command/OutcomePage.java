package relrep.cli.command;

import relrep.api.experiment.Row;
import relrep.cli.command.TextPage.Tone;
import relrep.runtime.experiment.RunOutcome;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The outcome of a run as text.
 *
 * @param outcome the outcome
 */
record OutcomePage(RunOutcome outcome) implements Answer {
    private static final int SHOWN = 5;
    private static final Set<String> UNTOLD = Set.of("experiment", "reason");

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("experiment", outcome.experiment());
        json.put("folder", outcome.folder().toString());
        json.put("end", outcome.end().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("rows", outcome.rows().stream().map(OutcomePage::json).toList());
        json.put("failures", outcome.failures().stream().map(OutcomePage::json).toList());
        json.put("sentence", OptionNames.in(outcome.sentence()));
        return json;
    }

    /** Returns the factors and the reason of a failure. */
    private static String words(Map<String, String> failure) {
        String factors =
                failure.entrySet().stream()
                        .filter(factor -> !UNTOLD.contains(factor.getKey()))
                        .filter(factor -> !factor.getValue().isEmpty())
                        .map(factor -> factor.getKey() + " " + factor.getValue())
                        .collect(Collectors.joining(", "));
        String reason = OptionNames.in(failure.getOrDefault("reason", ""));
        return factors.isEmpty() ? reason : factors + ": " + reason;
    }

    private static Map<String, String> json(Map<String, String> failure) {
        Map<String, String> json = new LinkedHashMap<>(failure);
        json.computeIfPresent("reason", (name, reason) -> OptionNames.in(reason));
        return json;
    }

    private static Map<String, Object> json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>(row.factors());
        json.put("metric", row.metric());
        json.put("value", Double.isFinite(row.value()) ? (Object) row.value() : null);
        return json;
    }

    @Override
    public void print(TextPage page) {
        if (!outcome.summary().isEmpty()) {
            outcome.summary().lines().forEach(page::line);
            page.line("");
        }
        outcome.failures().stream()
                .limit(SHOWN)
                .forEach(failure -> page.line(Tone.BAD, "failed", " " + words(failure)));
        if (outcome.failures().size() > SHOWN) {
            page.line(
                    "%d more failed; failures.csv has each"
                            .formatted(outcome.failures().size() - SHOWN));
        }
        page.line(OptionNames.in(outcome.sentence()));
    }

    @Override
    public int exitCode() {
        return outcome.exitCode();
    }
}
