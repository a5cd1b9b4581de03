package relrep.cli.command;

import relrep.api.tck.Verdict;
import relrep.api.tck.Verdict.Outcome;
import relrep.cli.command.TextPage.Tone;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.terminal.Quantity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The results of checking laws and claims of plugins.
 *
 * @param plugins in the order in which they were checked
 * @param ended why the others were not checked, if the user cancelled
 */
record CheckPage(List<Checked> plugins, Optional<String> ended) implements Answer {

    /** One plugin with the verdict of each check. */
    record Checked(InstalledPlugin plugin, List<Verdict> verdicts) {
        private long count(Outcome outcome) {
            return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
        }

        private String title() {
            return "%s, %s: %s"
                    .formatted(
                            plugin.name(),
                            PluginPage.article(plugin.kind().word()),
                            counts(
                                    count(Outcome.KEPT),
                                    count(Outcome.BROKEN),
                                    count(Outcome.SKIPPED)));
        }

        private Object json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("kind", plugin.kind().key());
            json.put("name", plugin.name());
            json.put("checks", verdicts.stream().map(Checked::json).toList());
            return json;
        }

        private static Map<String, Object> json(Verdict verdict) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("law", verdict.law());
            json.put("outcome", verdict.outcome().name().toLowerCase(Locale.ROOT));
            if (!verdict.reason().isEmpty()) {
                json.put("reason", OptionNames.in(verdict.reason()));
            }
            return json;
        }
    }

    private static String counts(long kept, long broken, long skipped) {
        return "%d kept, %d broken, %d skipped".formatted(kept, broken, skipped);
    }

    private long count(Outcome outcome) {
        return plugins.stream().mapToLong(checked -> checked.count(outcome)).sum();
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("plugins", plugins.stream().map(Checked::json).toList());
        json.put("kept", count(Outcome.KEPT));
        json.put("broken", count(Outcome.BROKEN));
        json.put("skipped", count(Outcome.SKIPPED));
        ended.ifPresent(reason -> json.put("ended", reason));
        return json;
    }

    @Override
    public void print(TextPage page) {
        for (Checked checked : plugins) {
            page.heading(checked.title());
            checked.verdicts().forEach(verdict -> print(page, verdict));
        }
        page.line(
                "%s: %s"
                        .formatted(
                                Quantity.of(plugins.size(), "plugin"),
                                counts(
                                        count(Outcome.KEPT),
                                        count(Outcome.BROKEN),
                                        count(Outcome.SKIPPED))));
        ended.ifPresent(reason -> page.line("ended early: " + reason));
    }

    private static void print(TextPage page, Verdict verdict) {
        switch (verdict.outcome()) {
            case KEPT -> page.line(Tone.GOOD, "  kept     ", verdict.law());
            case SKIPPED ->
                    page.line(
                            Tone.DOUBTFUL,
                            "  skipped  ",
                            verdict.law() + ": " + OptionNames.in(verdict.reason()));
            // The reason of a broken law begins with the law.
            case BROKEN -> page.line(Tone.BAD, "  broken   ", OptionNames.in(verdict.reason()));
        }
    }

    @Override
    public int exitCode() {
        if (ended.isPresent()) {
            return Failure.INTERRUPTED;
        }
        return count(Outcome.BROKEN) == 0 ? 0 : Failure.FAILED;
    }
}
