package relrep.workbench.plugins;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Converts option values of one Java type to and from text.
 *
 * @param label the type in words: {@code a whole number}
 * @param choices all possible values, where they can be counted
 * @param parser throws IllegalArgumentException for a malformed text
 */
record ValueType(String label, List<String> choices, Function<String, Object> parser) {
    private static final Map<Type, ValueType> PLAIN =
            Map.of(
                    int.class, free("a whole number", Integer::valueOf),
                    Integer.class, free("a whole number", Integer::valueOf),
                    long.class, free("a whole number", Long::valueOf),
                    double.class, free("a number", ValueType::number),
                    Double.class, free("a number", ValueType::number),
                    String.class, free("a text", text -> text),
                    boolean.class, oneOf(List.of("true", "false"), Boolean::valueOf));

    private static ValueType free(String label, Function<String, Object> parser) {
        return new ValueType(label, List.of(), parser);
    }

    private static ValueType oneOf(List<String> choices, Function<String, Object> parser) {
        Function<String, Object> strict =
                text -> {
                    if (!choices.contains(text)) {
                        throw new IllegalArgumentException(text);
                    }
                    return parser.apply(text);
                };
        return new ValueType("one of " + String.join(", ", choices), choices, strict);
    }

    /**
     * Returns the conversion of a type.
     *
     * @throws IllegalArgumentException for a type that options may not have
     */
    static ValueType of(Type type) {
        ValueType plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        if (type instanceof Class<?> c && c.isEnum()) {
            return ofEnum(c);
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(of(list.getActualTypeArguments()[0]));
        }
        throw new IllegalArgumentException("options cannot be of type " + type.getTypeName());
    }

    private static ValueType ofEnum(Class<?> type) {
        Map<String, Object> constants =
                Arrays.stream(type.getEnumConstants())
                        .collect(Collectors.toMap(ValueType::print, constant -> constant));
        List<String> names = Arrays.stream(type.getEnumConstants()).map(ValueType::print).toList();
        return oneOf(names, constants::get);
    }

    private static ValueType list(ValueType element) {
        return free(
                "a list joined by +, each " + element.label,
                text ->
                        text.isEmpty()
                                ? List.of()
                                : elements(text).stream()
                                        .map(String::strip)
                                        .map(element.parser)
                                        .toList());
    }

    /** Splits at each {@code +} outside brackets. */
    static List<String> elements(String text) {
        List<String> elements = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '+' && depth == 0) {
                elements.add(text.substring(start, i));
                start = i + 1;
            }
        }
        elements.add(text.substring(start));
        return elements;
    }

    /** Reads a finite number. Unlike the JDK it accepts no letters after the digits. */
    private static Double number(String text) {
        return new BigDecimal(text).doubleValue();
    }

    /** Returns a value as text; equal values give the same text. */
    static String print(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ValueType::print).collect(Collectors.joining("+"));
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (value instanceof Double number) {
            return number.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.0(?=e|$)", "");
        }
        return String.valueOf(value);
    }
}
