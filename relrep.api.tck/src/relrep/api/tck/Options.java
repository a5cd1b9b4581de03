package relrep.api.tck;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Reads and rebuilds records of options. */
final class Options {
    private Options() {}

    /** Returns the values of a record, in the order of its components. */
    static Object[] values(Record options) {
        RecordComponent[] components = options.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            try {
                components[i].getAccessor().setAccessible(true);
                values[i] = components[i].getAccessor().invoke(options);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError("cannot read " + components[i], e);
            }
        }
        return values;
    }

    /**
     * Returns a record with one value replaced.
     *
     * @throws RuntimeException what the record's constructor throws
     */
    @SuppressWarnings("unchecked")
    static <O extends Record> O replace(O options, int index, Object value) {
        Object[] values = values(options);
        values[index] = value;
        Class<?>[] types =
                Arrays.stream(options.getClass().getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = options.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (O) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new AssertionError("cannot make " + options.getClass(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot make " + options.getClass(), e);
        }
    }
}
