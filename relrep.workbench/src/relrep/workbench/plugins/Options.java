package relrep.workbench.plugins;

import relrep.api.plugin.OptionComponents;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.workbench.contract.CheckedPlugin;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The options of one plugin, read from the record that its {@link Tunable#options()} returns. A
 * plugin that is not tunable has none.
 */
public final class Options {
    private final String plugin;
    private final Object service;
    private final Record initial;
    private final List<OptionField> fields;

    private Options(String plugin, Object service) {
        this.plugin = plugin;
        this.service = service;
        this.initial =
                service instanceof Tunable<?, ?> tunable
                        ? CheckedPlugin.call(plugin, "options", tunable::options)
                        : null;
        this.fields = initial == null ? List.of() : fields(initial);
    }

    private static List<OptionField> fields(Record initial) {
        List<RecordComponent> components = OptionComponents.of(initial.getClass());
        List<Object> values = OptionComponents.values(initial);
        return IntStream.range(0, values.size())
                .mapToObj(i -> new OptionField(components.get(i), values.get(i)))
                .toList();
    }

    /**
     * Reads the options of a plugin.
     *
     * @param plugin its name, for messages
     * @param service the plugin with its defaults
     */
    public static Options of(String plugin, Object service) {
        return new Options(plugin, service);
    }

    /** Returns the options in the order of the record. */
    public List<OptionField> fields() {
        return fields;
    }

    /**
     * Returns the plugin with these values and defaults for the other options, together with the
     * canonical expression: options in the order of the record, without defaults.
     *
     * @param <T> the plugin's contract
     * @param contract the contract that the plugin is used under
     * @param given values as text, by option
     * @throws InvalidInputException when an option is unknown, a value is of the wrong type or out
     *     of range, or the plugin refuses the values; the message is then the plugin's
     */
    public <T> Configured<T> configure(Class<T> contract, Map<String, String> given) {
        requireKnown(given);
        List<Object> values = new ArrayList<>();
        Map<String, String> changed = new LinkedHashMap<>();
        for (OptionField field : fields) {
            String text = given.get(field.name());
            Object value = text == null ? field.initialValue() : field.read(plugin, text);
            values.add(value);
            if (!field.isInitial(value)) {
                changed.put(field.name(), ValueType.print(value));
            }
        }
        Object tuned = given.isEmpty() ? service : with(record(values));
        return new Configured<>(contract, contract.cast(tuned), new Expression(plugin, changed));
    }

    private void requireKnown(Map<String, String> given) {
        List<String> known = fields.stream().map(OptionField::name).toList();
        for (String key : given.keySet()) {
            if (!known.contains(key)) {
                throw new InvalidInputException(
                        "%s has no option '%s'; %s"
                                .formatted(plugin, key, Nearest.choice(key, known)));
            }
        }
    }

    private Record record(List<Object> values) {
        return CheckedPlugin.call(
                plugin,
                "options",
                () -> {
                    try {
                        return OptionComponents.record(initial.getClass(), values);
                    } catch (RuntimeException refused) {
                        throw inItsOwnWords(refused);
                    }
                });
    }

    @SuppressWarnings("unchecked")
    private Object with(Record options) {
        Object tuned =
                CheckedPlugin.call(
                        plugin,
                        "with",
                        () -> {
                            try {
                                return ((Tunable<?, Record>) service).with(options);
                            } catch (IllegalArgumentException refused) {
                                throw inItsOwnWords(refused);
                            }
                        });
        CheckedPlugin.requireOptions(plugin, options, tuned);
        return tuned;
    }

    private static RuntimeException inItsOwnWords(RuntimeException refused) {
        return refused instanceof IllegalArgumentException
                        && !(refused instanceof InvalidInputException)
                        && refused.getMessage() != null
                ? new InvalidInputException(refused.getMessage(), refused)
                : refused;
    }
}
