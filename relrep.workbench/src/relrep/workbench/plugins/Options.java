package relrep.workbench.plugins;

import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.workbench.contract.CheckedPlugin;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The options of one plugin, read from the record that its {@link Tunable#options()} returns. A
 * plugin that is not tunable has none.
 */
public final class Options {
    private final String plugin;
    private final Object service;
    private final RecordComponent[] components;
    private final List<OptionField> fields;

    private Options(String plugin, Object service) {
        this.plugin = plugin;
        this.service = service;
        Record initial =
                service instanceof Tunable<?, ?> tunable
                        ? CheckedPlugin.call(plugin, "options", tunable::options)
                        : null;
        this.components =
                initial == null ? new RecordComponent[0] : initial.getClass().getRecordComponents();
        this.fields =
                Arrays.stream(components)
                        .map(component -> new OptionField(component, value(component, initial)))
                        .toList();
    }

    /**
     * Reads the options that a plugin has.
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
     * Returns the plugin with these values, the others at their defaults, and the same written
     * canonically: in the order of the record, defaults left out.
     *
     * @param <T> the plugin's contract
     * @param contract what is wanted of the plugin
     * @param given values as written, by option
     * @throws InvalidInputException when an option is unknown, a value is of the wrong type or out
     *     of range, or the plugin refuses the values, in its own words
     */
    public <T> Configured<T> configure(Class<T> contract, Map<String, String> given) {
        requireKnown(given);
        Object[] values = new Object[components.length];
        Map<String, String> changed = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            OptionField field = fields.get(i);
            String text = given.get(field.name());
            values[i] = text == null ? field.initialValue() : field.read(plugin, text);
            if (!field.isInitial(values[i])) {
                changed.put(field.name(), ValueType.print(values[i]));
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

    private Record record(Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            Constructor<?> constructor =
                    components[0].getDeclaringRecord().getDeclaredConstructor(types);
            open(constructor);
            return (Record) constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            return CheckedPlugin.call(
                    plugin,
                    "options",
                    () -> {
                        throw inItsOwnWords(refused.getCause());
                    });
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
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

    private static RuntimeException inItsOwnWords(Throwable refused) {
        if (refused instanceof InvalidInputException sentence) {
            return sentence;
        }
        if (refused instanceof IllegalArgumentException && refused.getMessage() != null) {
            return new InvalidInputException(refused.getMessage(), refused);
        }
        if (refused instanceof Error error) {
            throw error;
        }
        return refused instanceof RuntimeException unexpected
                ? unexpected
                : new IllegalStateException(refused);
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            open(component.getAccessor());
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A plugin's record need not be public: providers export nothing. */
    private static void open(AccessibleObject member) {
        member.setAccessible(true);
    }
}
