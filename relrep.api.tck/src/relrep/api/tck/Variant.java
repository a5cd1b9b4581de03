package relrep.api.tck;

import relrep.api.plugin.OptionComponents;
import relrep.api.plugin.Tunable;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A plugin with one option changed: another constant of an enum, or the other boolean. Its claims
 * may differ, so they are checked as well.
 *
 * @param name the option and its value
 * @param plugin the plugin that has it
 */
record Variant(String name, Object plugin) {

    /** Returns the variants of a plugin, without combinations that it refuses. */
    static List<Variant> of(Tunable<?, ?> tunable) {
        return variants(tunable);
    }

    private static <T, O extends Record> List<Variant> variants(Tunable<T, O> tunable) {
        List<Variant> variants = new ArrayList<>();
        O defaults = tunable.options();
        List<RecordComponent> components = OptionComponents.of(defaults.getClass());
        for (int i = 0; i < components.size(); i++) {
            Object inForce = OptionComponents.values(defaults).get(i);
            for (Object value : choices(components.get(i).getType())) {
                if (!value.equals(inForce)) {
                    add(tunable, i, value, variants);
                }
            }
        }
        return variants;
    }

    private static List<?> choices(Class<?> type) {
        return type == boolean.class
                ? List.of(true, false)
                : type.isEnum() ? Arrays.asList(type.getEnumConstants()) : List.of();
    }

    private static <T, O extends Record> void add(
            Tunable<T, O> tunable, int index, Object value, List<Variant> variants) {
        O defaults = tunable.options();
        String option = Written.name(OptionComponents.of(defaults.getClass()).get(index).getName());
        try {
            O other = Options.replace(defaults, index, value);
            variants.add(new Variant(option + "=" + Written.value(value), tunable.with(other)));
        } catch (IllegalArgumentException e) {
            // does not go together with the other defaults, which the plugin may say
        }
    }
}
