package relrep.cli.command;

import relrep.cli.command.TextPage.Tone;
import relrep.runtime.experiment.ExperimentInfo;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.StuckBundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The list of installed plugins and experiments.
 *
 * @param lines plugins and experiments
 * @param stuck bundles and files that bring no plugin
 */
record Listing(List<Line> lines, List<StuckBundle> stuck) implements Answer {

    /** One plugin or experiment. */
    record Line(
            String kind,
            String name,
            String state,
            String bundle,
            String version,
            String description,
            String reason) {
        static Line of(InstalledPlugin plugin) {
            return new Line(
                    plugin.kind().key(),
                    plugin.name(),
                    plugin.state().word(),
                    plugin.bundle(),
                    plugin.version(),
                    plugin.description(),
                    plugin.reason());
        }

        static Line of(ExperimentInfo experiment) {
            return new Line(
                    "experiment",
                    experiment.name(),
                    experiment.state().name().toLowerCase(Locale.ROOT),
                    experiment.origin(),
                    experiment.version(),
                    experiment.description(),
                    experiment.missing().isEmpty()
                            ? ""
                            : "it waits for " + String.join(" and ", experiment.missing()));
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("kind", kind);
            json.put("name", name);
            json.put("state", state);
            json.put("bundle", bundle);
            json.put("version", version);
            json.put("description", description);
            if (!reason.isEmpty()) {
                json.put("reason", reason);
            }
            return json;
        }

        private List<String> cells() {
            String last = reason.isEmpty() ? description : reason;
            return List.of(kind, name, state, bundle, version, last);
        }
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("plugins", lines.stream().map(Line::json).toList());
        json.put("stuck", stuck.stream().map(Listing::json).toList());
        return json;
    }

    private static Map<String, Object> json(StuckBundle bundle) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bundle", bundle.name());
        json.put("version", bundle.version());
        json.put("file", bundle.file());
        json.put("state", bundle.state());
        json.put("reason", bundle.reason());
        return json;
    }

    @Override
    public void print(TextPage page) {
        page.table(
                List.of("KIND", "NAME", "STATE", "BUNDLE", "VERSION", "DESCRIPTION"),
                lines.stream().map(Line::cells).toList());
        for (StuckBundle bundle : stuck) {
            String version = bundle.version().isEmpty() ? "" : " " + bundle.version();
            page.line(
                    bundle.works() ? Tone.GOOD : Tone.BAD,
                    bundle.state(),
                    " " + bundle.name() + version + ": " + bundle.reason());
        }
    }
}
