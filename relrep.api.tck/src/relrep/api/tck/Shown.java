package relrep.api.tck;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Formats values for messages. Arrays and records are shown by their contents. An object without a
 * text of its own is shown by the name of its type, never by the address that Java gives it.
 */
final class Shown {
    private static final int MOST = 8;
    private static final String NAMELESS = "a nameless ";

    private Shown() {}

    /** Returns numbers unchanged, since a message may format them, and everything else as text. */
    static Object value(Object value) {
        return value instanceof Number || value instanceof Character || value instanceof Boolean
                ? value
                : text(value);
    }

    static String text(Object value) {
        try {
            return told(value);
        } catch (RuntimeException | Error mute) { // what it says of itself is code of the plugin
            return type(value);
        }
    }

    private static String told(Object value) {
        if (value == null || value instanceof String || value instanceof Enum<?>) {
            return String.valueOf(value);
        }
        if (value instanceof Throwable thrown) {
            String message = thrown.getMessage();
            String type = type(thrown).replace(NAMELESS, "");
            return message == null ? type : type + ": " + message;
        }
        if (value.getClass().isArray()) {
            return list(array(value));
        }
        if (value instanceof Collection<?> many) {
            return list(many);
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        boolean nameless = nameless(value);
        return value instanceof Record record && (nameless || addressed(record))
                ? components(record)
                : nameless ? type(value) : value.toString();
    }

    /** Returns whether the text of an object is, or may be, Java's default. */
    private static boolean nameless(Object value) {
        return value.toString() == null
                || value.toString()
                        .equals(
                                value.getClass().getName()
                                        + "@"
                                        + Integer.toHexString(System.identityHashCode(value)))
                || value.toString().matches(".*\\$\\d+(/0x[0-9a-f]+)?@[0-9a-f]+");
    }

    private static boolean addressed(Record record) {
        return record.toString().matches("(?s).*(\\[[\\[BCDFIJSZL]|\\w)[\\w.$;/]*@[0-9a-f]{2,}.*");
    }

    private static String components(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> component.getName() + "=" + text(held(component, record)))
                .collect(Collectors.joining(", ", type(record) + "[", "]"));
    }

    private static Object held(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return "…";
        }
    }

    private static List<Object> array(Object array) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            values.add(Array.get(array, i));
        }
        return values;
    }

    private static String list(Collection<?> values) {
        String more = values.size() > MOST ? ", … %d in all]".formatted(values.size()) : "]";
        return values.stream()
                .limit(MOST)
                .map(Shown::text)
                .collect(Collectors.joining(", ", "[", more));
    }

    /** Returns the name of a type; for an anonymous type, that of its contract. */
    static String type(Object value) {
        Class<?> type = value.getClass();
        if (!type.isAnonymousClass() && !type.isHidden()) {
            return type.getSimpleName();
        }
        Class<?> contract =
                type.getInterfaces().length > 0 ? type.getInterfaces()[0] : type.getSuperclass();
        while (contract.isAnonymousClass()) {
            contract = Objects.requireNonNullElse(contract.getSuperclass(), Object.class);
        }
        return NAMELESS + contract.getSimpleName();
    }
}
