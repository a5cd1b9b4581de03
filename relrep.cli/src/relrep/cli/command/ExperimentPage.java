package relrep.cli.command;

import relrep.runtime.experiment.ExperimentInfo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The description of one experiment as text.
 *
 * @param experiment the experiment
 */
record ExperimentPage(ExperimentInfo experiment) implements Answer {

    private String state() {
        return experiment.state().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", "experiment");
        json.put("name", experiment.name());
        json.put("kinds", experiment.kinds());
        json.put("description", experiment.description());
        json.put("source", experiment.source());
        json.put("origin", experiment.origin());
        json.put("version", experiment.version());
        json.put("state", state());
        json.put("missing", experiment.missing());
        json.put("keys", experiment.keys());
        return json;
    }

    @Override
    public void print(TextPage page) {
        page.heading(experiment.name() + ", an experiment");
        page.line(experiment.description());
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("kind", String.join(", ", experiment.kinds())));
        facts.add(List.of("source", or(experiment.source(), "none given")));
        facts.add(List.of("from", (experiment.origin() + " " + experiment.version()).strip()));
        facts.add(
                List.of(
                        "state",
                        experiment.missing().isEmpty()
                                ? state()
                                : state() + " for " + String.join(" and ", experiment.missing())));
        page.wrapped(List.of("", ""), facts);
        if (!experiment.keys().isEmpty()) {
            page.line("");
            page.wrapped(
                    List.of("KEY FOR --set", "VALUE"),
                    experiment.keys().entrySet().stream()
                            .map(key -> List.of(key.getKey(), key.getValue()))
                            .toList());
        }
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
