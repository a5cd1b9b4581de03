package relrep.workbench.plugins;

import relrep.api.plugin.Option;
import relrep.api.run.InvalidInputException;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** One option of a plugin: its name, type, range and default. */
public final class OptionField {
    private final String name;
    private final ValueType type;
    private final Object initial;
    private final String description;
    private final double min;
    private final double max;
    private final Optional<Class<?>> plugin;
    private final boolean several;

    OptionField(RecordComponent component, Object initial) {
        Option option = component.getAnnotation(Option.class);
        this.name = hyphenated(component.getName());
        this.type = ValueType.of(component.getGenericType());
        this.initial = initial;
        this.description = option == null ? "" : option.value();
        this.min = option == null ? Double.NEGATIVE_INFINITY : option.min();
        this.max = option == null ? Double.POSITIVE_INFINITY : option.max();
        this.plugin =
                Optional.<Class<?>>ofNullable(option == null ? null : option.plugin())
                        .filter(contract -> contract != void.class);
        this.several = component.getType() == List.class;
    }

    private static String hyphenated(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** Returns its name in expressions: {@code batch-size}. */
    public String name() {
        return name;
    }

    /** Returns the required type in words: {@code a whole number}. */
    public String type() {
        return plugin.map(
                        contract ->
                                (several ? "expressions joined by +, each of kind " : "of kind ")
                                        + Kind.of(contract).word())
                .orElse(type.label());
    }

    /** Returns the contract of the plugins that its values name, if they do. */
    public Optional<Class<?>> plugin() {
        return plugin;
    }

    /** Returns the plugin expressions in a value. */
    public List<String> expressions(String text) {
        return several ? text.isEmpty() ? List.of() : ValueType.elements(text) : List.of(text);
    }

    /** Returns all possible values; an empty list where they cannot be counted. */
    public List<String> choices() {
        return type.choices();
    }

    /** Returns the default as text. */
    public String initial() {
        return ValueType.print(initial);
    }

    /** Returns what the option does. */
    public String description() {
        return description;
    }

    /** Returns the allowed numbers, {@code at least 1}; an empty text without a limit. */
    public String range() {
        boolean below = min != Double.NEGATIVE_INFINITY;
        boolean above = max != Double.POSITIVE_INFINITY;
        if (below && above) {
            return "between " + ValueType.print(min) + " and " + ValueType.print(max);
        }
        return below
                ? "at least " + ValueType.print(min)
                : above ? "at most " + ValueType.print(max) : "";
    }

    Object read(String plugin, String text) {
        try {
            Object value = type.parser().apply(text);
            requireRange(plugin, value);
            return value;
        } catch (InvalidInputException refused) {
            throw refused;
        } catch (IllegalArgumentException notOne) {
            throw new InvalidInputException(
                    "%s: %s must be %s, not '%s'".formatted(plugin, name, type.label(), text),
                    notOne);
        }
    }

    private void requireRange(String plugin, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(element -> requireRange(plugin, element));
        } else if (value instanceof Number number
                && !(number.doubleValue() >= min && number.doubleValue() <= max)) {
            throw new InvalidInputException(
                    "%s: %s must be %s, not %s"
                            .formatted(plugin, name, range(), ValueType.print(value)));
        }
    }

    boolean isInitial(Object value) {
        return Objects.equals(value, initial);
    }

    Object initialValue() {
        return initial;
    }
}
