package relrep.api.plugin;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Reads and makes records of options. The options are the record's components, in order. A
 * component that is itself a record without an {@link Option} is replaced by its own components, so
 * that plugins can share a group of options.
 */
public final class OptionComponents {
    private OptionComponents() {}

    /** Returns the components that are options. */
    public static List<RecordComponent> of(Class<? extends Record> type) {
        List<RecordComponent> all = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (isGroup(component)) {
                all.addAll(of(component.getType().asSubclass(Record.class)));
            } else {
                all.add(component);
            }
        }
        return all;
    }

    /** Returns the values of the options, in the order of {@link #of}. */
    public static List<Object> values(Record options) {
        List<Object> all = new ArrayList<>();
        for (RecordComponent component : options.getClass().getRecordComponents()) {
            Object value = value(options, component);
            if (isGroup(component)) {
                all.addAll(values((Record) value));
            } else {
                all.add(value);
            }
        }
        return all;
    }

    /**
     * Makes a record.
     *
     * @param values one for each option, in the order of {@link #of}
     * @throws RuntimeException any exception of the record's constructor
     */
    public static <O extends Record> O record(Class<O> type, List<?> values) {
        return record(type, values.iterator());
    }

    private static <O extends Record> O record(Class<O> type, Iterator<?> values) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] =
                    isGroup(components[i])
                            ? record(components[i].getType().asSubclass(Record.class), values)
                            : values.next();
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            Constructor<O> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true); // a plugin's record need not be public
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof Error error) {
                throw error;
            }
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isGroup(RecordComponent component) {
        return component.getType().isRecord() && component.getAnnotation(Option.class) == null;
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
