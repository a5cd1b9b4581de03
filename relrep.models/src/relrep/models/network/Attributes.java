package relrep.models.network;

import relrep.api.data.Shape;
import relrep.api.plugin.OptionComponents;
import relrep.api.run.InvalidInputException;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The attributes of a network's state: sizes and options as text. */
public final class Attributes {
    private static final String OPTION = "option.";

    private final Map<String, String> values;

    /** Reads attributes. */
    public Attributes(Map<String, String> values) {
        this.values = values;
    }

    /** Returns attributes with every component of a record of options. */
    public static Map<String, String> of(Record options) {
        Map<String, String> values = new LinkedHashMap<>();
        List<RecordComponent> components = OptionComponents.of(options.getClass());
        List<Object> all = OptionComponents.values(options);
        for (int i = 0; i < all.size(); i++) {
            values.put(OPTION + components.get(i).getName(), text(all.get(i)));
        }
        return values;
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }

    /**
     * Returns one attribute.
     *
     * @throws InvalidInputException when it is missing
     */
    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new InvalidInputException(
                    "the network's state must have an attribute '%s'; there are %s"
                            .formatted(name, String.join(", ", values.keySet())));
        }
        return value;
    }

    /** Returns an attribute that is a whole number. */
    public int number(String name) {
        return (Integer) read(name, int.class);
    }

    /** Returns an attribute that is a shape, {@code 1×28×28}. */
    public Shape shape(String name) {
        String[] sizes = get(name).split("×");
        if (sizes.length != 3) {
            throw malformed(name, null);
        }
        try {
            int[] n = Arrays.stream(sizes).mapToInt(Integer::parseInt).toArray();
            return new Shape(n[0], n[1], n[2]);
        } catch (NumberFormatException e) {
            throw malformed(name, e);
        }
    }

    /** Returns the record of options. */
    public <O extends Record> O options(Class<O> type) {
        List<Object> parsed = new ArrayList<>();
        for (RecordComponent component : OptionComponents.of(type)) {
            parsed.add(read(OPTION + component.getName(), component.getGenericType()));
        }
        try {
            return OptionComponents.record(type, parsed);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "the network's state has options that are not allowed: " + e.getMessage(), e);
        }
    }

    private Object read(String name, Type type) {
        String value = get(name);
        try {
            if (type instanceof ParameterizedType list) {
                Type element = list.getActualTypeArguments()[0];
                return Arrays.stream(value.isEmpty() ? new String[0] : value.split(" "))
                        .map(part -> parse(part, (Class<?>) element))
                        .toList();
            }
            return parse(value, (Class<?>) type);
        } catch (IllegalArgumentException e) {
            throw malformed(name, e);
        }
    }

    private static Object parse(String value, Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(value);
        }
        if (type == double.class || type == Double.class) {
            return Double.valueOf(value);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(value);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(value));
        }
        return value;
    }

    private InvalidInputException malformed(String name, Exception cause) {
        return new InvalidInputException(
                "the attribute '%s' of a network's state cannot be '%s'"
                        .formatted(name, values.get(name)),
                cause);
    }
}
