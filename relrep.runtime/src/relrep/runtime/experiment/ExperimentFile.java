package relrep.runtime.experiment;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

import relrep.runtime.experiment.Tree.Fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The text of an experiment file.
 *
 * @param label the name of the file in messages
 * @param text its text
 * @param origin the symbolic name of the bundle, or the path of the file
 * @param version of the bundle, or empty
 */
public record ExperimentFile(String label, String text, String origin, String version) {
    /**
     * Reads the experiment and applies settings.
     *
     * @param settings each {@code dotted.key=value}
     * @param seed the first of the new seeds, if given; the others follow in steps of 1
     */
    public Definition define(List<String> settings, OptionalLong seed) {
        Tree tree = new YamlReader(label).read(text);
        if (!(tree instanceof Fields file)) {
            return DefinitionReader.read(tree);
        }
        Fields laid = Overlay.lay(file, settings);
        Definition definition = DefinitionReader.read(laid);
        if (seed.isEmpty()) {
            return definition;
        }
        List<String> seeds = new ArrayList<>();
        for (int i = 0; i < definition.seeds().size(); i++) {
            seeds.add(Long.toString(seed.getAsLong() + i));
        }
        return DefinitionReader.read(Overlay.set(laid, "seeds=[" + String.join(", ", seeds) + "]"));
    }

    /** Returns every dotted key for {@code --set}, with its value as written. */
    public Map<String, String> keys() {
        Map<String, String> all = new LinkedHashMap<>();
        if (new YamlReader(label).read(text) instanceof Fields file) {
            flatten("", file, all);
        }
        return all;
    }

    private static void flatten(String prefix, Fields fields, Map<String, String> all) {
        fields.fields()
                .forEach(
                        (key, field) -> {
                            if (field.value() instanceof Fields below
                                    && !List.of(
                                                    "claims",
                                                    "correlations",
                                                    "published",
                                                    "errata",
                                                    "choices")
                                            .contains(key)) {
                                flatten(prefix + key + ".", below, all);
                            } else {
                                all.put(prefix + key, inline(field.value().plain()));
                            }
                        });
    }

    private static String inline(Object plain) {
        DumpSettings settings =
                DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.FLOW)
                        .setWidth(Integer.MAX_VALUE)
                        .setSplitLines(false)
                        .build();
        return plain == null ? "" : new Dump(settings).dumpToString(plain).strip();
    }

    /** Returns a definition as the text of a file that runs it again. */
    public static String print(Definition definition) {
        DumpSettings settings =
                DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.AUTO)
                        .setWidth(120)
                        .setSplitLines(false)
                        .setDereferenceAliases(true)
                        .build();
        return new Dump(settings).dumpToString(definition.plain());
    }
}
