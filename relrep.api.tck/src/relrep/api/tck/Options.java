package relrep.api.tck;

import relrep.api.plugin.OptionComponents;

import java.util.List;

/** Rebuilds records of options. */
final class Options {
    private Options() {}

    /**
     * Returns a record with one value replaced.
     *
     * @throws RuntimeException what the record's constructor throws
     */
    @SuppressWarnings("unchecked")
    static <O extends Record> O replace(O options, int index, Object value) {
        List<Object> values = OptionComponents.values(options);
        values.set(index, value);
        return (O) OptionComponents.record(options.getClass(), values);
    }
}
