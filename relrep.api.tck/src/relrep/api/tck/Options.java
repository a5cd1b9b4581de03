package relrep.api.tck;

import relrep.api.plugin.OptionComponents;

import java.util.List;

/** Copies records of options with one value replaced. */
final class Options {
    private Options() {}

    /**
     * Returns a record with one value replaced.
     *
     * @throws RuntimeException any exception of the record's constructor
     */
    @SuppressWarnings("unchecked")
    static <O extends Record> O replace(O options, int index, Object value) {
        List<Object> values = OptionComponents.values(options);
        values.set(index, value);
        return (O) OptionComponents.record(options.getClass(), values);
    }
}
