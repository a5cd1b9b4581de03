package relrep.cli.command;

import relrep.runtime.experiment.ExperimentInfo;
import relrep.runtime.experiment.Experiments;
import relrep.runtime.experiment.Job;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.InstalledPlugin.State;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.OptionField;
import relrep.workbench.plugins.Options;
import relrep.workbench.plugins.Registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Suggests completions of a command line for the Tab key. It never fails. */
public final class Suggestions {
    private final Registry registry;
    private final Supplier<Experiments> experiments;

    /** Makes it. The plugins and experiments are read at each call. */
    public Suggestions(Registry registry, Supplier<Experiments> experiments) {
        this.registry = registry;
        this.experiments = experiments;
    }

    /**
     * Returns the words that are possible at the cursor. The line reader selects those that fit the
     * letters.
     *
     * @param before the words before it, the command first
     * @param word the beginning of the word
     */
    public List<Suggestion> at(List<String> before, String word) {
        if (!before.isEmpty() && before.get(0).equals("relrep")) {
            return at(before.subList(1, before.size()), word);
        }
        if (before.isEmpty()) {
            return words(Commands.names());
        }
        return switch (before.get(before.size() - 1)) {
            case "--set" -> keys(before);
            case "--kind" -> kinds();
            case "--cancel" -> words(experiments.get().jobs().stream().map(Job::id).toList());
            case "--similarity" -> plugins(Kind.SIMILARITY);
            case "--aligner" -> plugins(Kind.ALIGNER);
            case "--transform" -> plugins(Kind.TRANSFORM);
            case "--anchors" -> plugins(Kind.ANCHOR_SELECTOR);
            case "--metric" -> plugins(Kind.METRIC);
            case "--format" -> plugins(Kind.VECTOR_FORMAT);
            default -> parameters(before.get(0), word);
        };
    }

    private List<Suggestion> parameters(String command, String word) {
        return switch (command) {
            case "list" -> kinds();
            case "run" -> experiments().toList();
            case "check" -> plugins().toList();
            case "info" ->
                    word.contains(":")
                            ? options(word)
                            : Stream.concat(plugins(), experiments()).toList();
            case "cache" -> words(List.of("list", "clear"));
            default -> List.of();
        };
    }

    private static List<Suggestion> words(List<String> words) {
        return words.stream().map(word -> new Suggestion(word, "", true)).toList();
    }

    private static List<Suggestion> kinds() {
        return words(Arrays.stream(Kind.values()).map(Kind::key).toList());
    }

    private Stream<Suggestion> experiments() {
        return experiments.get().list().stream()
                .map(known -> new Suggestion(known.name(), known.description(), true));
    }

    private Stream<Suggestion> plugins() {
        return registry.installed().stream()
                .filter(plugin -> plugin.kind() != Kind.EXPERIMENT)
                .map(plugin -> new Suggestion(plugin.name(), plugin.kind().word(), true));
    }

    private List<Suggestion> plugins(Kind kind) {
        return registry.installed(kind).stream()
                .map(plugin -> new Suggestion(plugin.name(), plugin.description(), false))
                .toList();
    }

    /** The keys of the experiments named on the line. */
    private List<Suggestion> keys(List<String> before) {
        return experiments.get().list().stream()
                .filter(
                        known ->
                                before.contains(known.name()) || before.get(0).equals(known.name()))
                .map(ExperimentInfo::keys)
                .flatMap(keys -> keys.entrySet().stream())
                .map(key -> new Suggestion(key.getKey() + "=", key.getValue(), false))
                .toList();
    }

    /** The options in {@code name:option=value,…}, appended to the text so far. */
    private List<Suggestion> options(String word) {
        String name = word.substring(0, word.indexOf(':'));
        String behind = word.substring(0, Math.max(word.indexOf(':'), word.lastIndexOf(',')) + 1);
        List<Suggestion> suggestions = new ArrayList<>();
        for (InstalledPlugin plugin : registry.installed()) {
            if (plugin.name().equals(name) && plugin.state() == State.READY) {
                List<OptionField> fields =
                        registry.use(
                                plugin.kind(), name, service -> Options.of(name, service).fields());
                for (OptionField field : fields) {
                    String text = behind + field.name() + "=";
                    suggestions.add(new Suggestion(text, field.description(), false));
                }
            }
        }
        return suggestions;
    }
}
