package relrep.api.tck;

import relrep.api.plugin.Option;
import relrep.api.plugin.OptionComponents;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;

/** The laws of {@link Tunable}. */
final class TunableChecks<T, O extends Record> {
    private static final Set<Object> PLAIN =
            Set.of(int.class, long.class, double.class, boolean.class, String.class);
    private static final Set<Object> ELEMENTS = Set.of(Integer.class, Double.class, String.class);

    private final Tunable<T, O> tunable;
    private final List<RecordComponent> components;

    private TunableChecks(Tunable<T, O> tunable) {
        this.tunable = tunable;
        this.components = OptionComponents.of(tunable.options().getClass());
    }

    static void add(Tunable<?, ?> tunable, Checks checks) {
        new TunableChecks<>(tunable).addTo(checks);
    }

    private void addTo(Checks checks) {
        checks.add("has the options that it was given, and leaves the service alone", this::with);
        checks.add("has options of types that can be written", this::types);
        checks.add("has no two options of one name", this::names);
        checks.add("describes every option", this::described);
        checks.add("has defaults within their ranges", this::defaults);
        checks.add("takes the ends of each range, or says why not", this::ends);
        checks.add(
                "says what was where it refuses options beyond their range itself", this::beyond);
    }

    private void with(Trial t) {
        O defaults = tunable.options();
        t.require(
                defaults.equals(tunable.options()),
                "options() must return equal records each time: %s",
                defaults);
        requireOptions(t, defaults);
        for (Variant variant : Variant.of(tunable)) {
            t.require(
                    variant.plugin() instanceof Tunable<?, ?> other
                            && !other.options().equals(defaults),
                    "with %s it must be a Tunable with other options than %s",
                    variant.name(),
                    defaults);
        }
        t.require(
                defaults.equals(tunable.options()),
                "with() must leave this plugin's options %s, but they became %s",
                defaults,
                tunable.options());
    }

    private void requireOptions(Trial t, O options) {
        T other = tunable.with(options);
        t.require(
                other instanceof Tunable<?, ?> same && same.options().equals(options),
                "with(%s) must be a Tunable that has these options, not %s",
                options,
                other instanceof Tunable<?, ?> same ? same.options() : other);
    }

    private void types(Trial t) {
        for (RecordComponent component : components) {
            Class<?> type = component.getType();
            boolean list =
                    type == List.class
                            && component.getGenericType() instanceof ParameterizedType generic
                            && ELEMENTS.contains(generic.getActualTypeArguments()[0]);
            t.require(
                    PLAIN.contains(type) || type.isEnum() || list,
                    "option %s must be an int, long, double, boolean, String, enum, or a List of"
                            + " Integer, Double or String, not %s",
                    component.getName(),
                    component.getGenericType());
            Option option = component.getAnnotation(Option.class);
            t.require(
                    option == null
                            || option.plugin() == void.class
                            || component.getGenericType().getTypeName().contains("String"),
                    "option %s names a plugin and must be a String or a List of them, not %s",
                    component.getName(),
                    component.getGenericType());
        }
    }

    /** Checks that the names of options in nested records are unique. */
    private void names(Trial t) {
        List<String> names = components.stream().map(RecordComponent::getName).toList();
        t.require(
                names.size() == names.stream().distinct().count(),
                "each option must have a name of its own, but they are %s",
                names);
    }

    private void described(Trial t) {
        for (RecordComponent component : components) {
            Option option = component.getAnnotation(Option.class);
            t.require(
                    option != null && option.value().contains(" "),
                    "option %s must have an @Option with a sentence",
                    component.getName());
            t.require(
                    option.min() <= option.max(),
                    "option %s must have a range, not %s to %s",
                    component.getName(),
                    option.min(),
                    option.max());
        }
    }

    private void defaults(Trial t) {
        List<Object> values = OptionComponents.values(tunable.options());
        for (int i = 0; i < components.size(); i++) {
            Option option = components.get(i).getAnnotation(Option.class);
            List<?> list =
                    values.get(i) instanceof List<?> several ? several : List.of(values.get(i));
            for (Object value : list) {
                t.require(
                        !(value instanceof Number number)
                                || option == null
                                || (number.doubleValue() >= option.min()
                                        && number.doubleValue() <= option.max()),
                        "option %s must have a default within its range, not %s",
                        components.get(i).getName(),
                        value);
            }
        }
    }

    private void ends(Trial t) {
        for (int i = 0; i < components.size(); i++) {
            for (Object end : Ends.of(components.get(i), 0)) {
                try {
                    requireOptions(t, Options.replace(tunable.options(), i, end));
                } catch (InvalidInputException e) {
                    t.require(
                            e.getMessage().contains(" "),
                            "%s=%s must be refused with a sentence, not '%s'",
                            components.get(i).getName(),
                            end,
                            e.getMessage());
                }
            }
        }
    }

    /**
     * Checks that values beyond the range are refused by the parser of options; a record may refuse
     * them too.
     */
    private void beyond(Trial t) {
        for (int i = 0; i < components.size(); i++) {
            int index = i;
            for (Object outside : Ends.of(components.get(i), 1)) {
                if (!accepted(index, outside)) {
                    t.refuses(
                            components.get(i).getName() + "=" + outside,
                            () -> Options.replace(tunable.options(), index, outside),
                            Ends.written(outside));
                }
            }
        }
    }

    private boolean accepted(int index, Object value) {
        try {
            Options.replace(tunable.options(), index, value);
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }
}
