package relrep.api.tck;

import relrep.api.plugin.OptionComponents;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Formats plugins and options as experiments write them: {@code robust-cosine(eps=0)}. */
final class Written {
    private Written() {}

    /**
     * Returns a plugin with the options that differ from the defaults. All options are shown if the
     * class has no constructor without arguments, from which the defaults are read.
     */
    static String plugin(Object plugin) {
        Plugin named = plugin.getClass().getAnnotation(Plugin.class);
        String name = named == null ? name(plugin.getClass().getSimpleName()) : named.name();
        if (!(plugin instanceof Tunable<?, ?> tunable)) {
            return name;
        }
        List<String> options = options(tunable.options(), defaults(plugin));
        return options.isEmpty() ? name : name + "(" + String.join(", ", options) + ")";
    }

    private static List<String> options(Record options, Optional<Record> defaults) {
        List<RecordComponent> components = OptionComponents.of(options.getClass());
        List<Object> values = OptionComponents.values(options);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int at = i;
            Object usual =
                    defaults.map(record -> OptionComponents.values(record).get(at)).orElse(null);
            if (!Objects.equals(values.get(i), usual)) {
                written.add(name(components.get(i).getName()) + "=" + value(values.get(i)));
            }
        }
        return written;
    }

    private static Optional<Record> defaults(Object plugin) {
        try {
            Constructor<?> plain = plugin.getClass().getDeclaredConstructor();
            plain.setAccessible(true);
            return Optional.of(((Tunable<?, ?>) plain.newInstance()).options());
        } catch (ReflectiveOperationException | RuntimeException none) {
            return Optional.empty();
        }
    }

    /**
     * Returns the value of an option as text: a constant in lower case, a whole number without a
     * point.
     */
    static String value(Object value) {
        if (value instanceof Enum<?> constant) {
            return name(constant.name());
        }
        if (value instanceof Double number && number == Math.rint(number)) {
            return Math.abs(number) < 1e15 ? Long.toString(number.longValue()) : value.toString();
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Written::value).orElse("none");
        }
        return value instanceof List<?> list
                ? list.stream().map(Written::value).toList().toString()
                : String.valueOf(value);
    }

    /**
     * Returns a Java name as experiments write it: {@code minNorm} and {@code MIN_NORM} become
     * {@code min-norm}.
     */
    static String name(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }
}
