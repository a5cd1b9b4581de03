package relrep.cli.command;

import relrep.cli.command.TextPage.Tone;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.InstalledPlugin.State;
import relrep.workbench.plugins.OptionField;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The description of one plugin as text.
 *
 * @param plugin the plugin
 * @param options its options
 * @param claims its claims by name
 */
record PluginPage(InstalledPlugin plugin, List<OptionField> options, Map<String, String> claims)
        implements Answer {

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", plugin.kind().key());
        json.put("name", plugin.name());
        json.put("description", plugin.description());
        json.put("source", plugin.source());
        json.put("bundle", plugin.bundle());
        json.put("version", plugin.version());
        json.put("state", plugin.state().word());
        if (!plugin.reason().isEmpty()) {
            json.put("reason", plugin.reason());
        }
        json.put("options", options.stream().map(PluginPage::json).toList());
        json.put("claims", claims);
        return json;
    }

    private static Map<String, Object> json(OptionField option) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", option.name());
        json.put("type", option.type());
        json.put("default", option.initial());
        json.put("range", option.range());
        json.put("choices", option.choices());
        json.put("description", option.description());
        return json;
    }

    @Override
    public void print(TextPage page) {
        Tone tone = plugin.state() == State.READY ? Tone.GOOD : Tone.BAD;
        page.heading(plugin.name() + ", " + article(plugin.kind().word()));
        page.line(plugin.description());
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("source", plugin.source().isEmpty() ? "none given" : plugin.source()));
        facts.add(List.of("bundle", plugin.bundle() + " " + plugin.version()));
        claims.forEach((name, value) -> facts.add(List.of(name, value)));
        page.wrapped(List.of("", ""), facts);
        page.line(tone, plugin.state().word(), reason());
        printOptions(page);
    }

    private String reason() {
        return plugin.reason().isEmpty() ? "" : ": " + plugin.reason();
    }

    static String article(String word) {
        return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
    }

    private void printOptions(TextPage page) {
        if (options.isEmpty()) {
            return;
        }
        page.line("");
        page.wrapped(
                List.of("OPTION", "DEFAULT", "MUST BE", "MEANING"),
                options.stream().map(PluginPage::cells).toList());
        OptionField first = options.get(0);
        Expression example = new Expression(plugin.name(), Map.of(first.name(), first.initial()));
        page.line("");
        page.line("written %s in files, %s in a shell".formatted(example, example.pasteable()));
    }

    private static List<String> cells(OptionField option) {
        String must = option.type() + (option.range().isEmpty() ? "" : ", " + option.range());
        String initial = option.initial().isEmpty() ? "(empty)" : option.initial();
        return List.of(option.name(), initial, must, option.description());
    }
}
