package relrep.api.tck;

import relrep.api.plugin.Option;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds values at the ends of an option's range, and just beyond them. */
final class Ends {
    private Ends() {}

    /**
     * Returns values at this distance beyond the finite ends of the range; for lists, lists of one.
     */
    static List<Object> of(RecordComponent component, int beyond) {
        Option option = component.getAnnotation(Option.class);
        List<Object> ends = new ArrayList<>();
        if (option == null) {
            return ends;
        }
        if (Double.isFinite(option.min())) {
            add(component, option.min() - beyond, ends);
        }
        if (Double.isFinite(option.max())) {
            add(component, option.max() + beyond, ends);
        }
        return ends;
    }

    private static void add(RecordComponent component, double value, List<Object> ends) {
        Class<?> type = component.getType();
        if (type == int.class && value == (int) value) {
            ends.add((int) value);
        } else if (type == long.class && value == (long) value) {
            ends.add((long) value);
        } else if (type == double.class) {
            ends.add(value);
        } else if (component.getGenericType() instanceof ParameterizedType list) {
            boolean whole = list.getActualTypeArguments()[0] == Integer.class;
            ends.add(List.of(whole ? (Object) (int) value : (Object) value));
        }
    }

    /** Returns the pattern of a value in a message; -1.0 may be written as -1. */
    static String written(Object value) {
        Object one = value instanceof List<?> list ? list.get(0) : value;
        String text = String.valueOf(one);
        return text.endsWith(".0")
                ? Pattern.quote(text.substring(0, text.length() - 2)) + "(\\.0)?"
                : Pattern.quote(text);
    }
}
