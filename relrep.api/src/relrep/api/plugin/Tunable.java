package relrep.api.plugin;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A plugin whose behaviour depends on options. The service itself uses the defaults. {@link #with}
 * returns another plugin and does not change this one.
 *
 * <p>Law: {@code p.with(o).options().equals(o)}, and {@code p.with(p.options())} behaves as {@code
 * p}.
 *
 * @param <T> the contract that the plugin implements
 * @param <O> the record of options: {@link OptionComponents}
 */
@ConsumerType
public interface Tunable<T, O extends Record> {
    /** Returns the options in force; for the service itself these are the defaults. */
    O options();

    /**
     * Returns this plugin with other options.
     *
     * @throws IllegalArgumentException from the record's own constructor when values contradict
     *     each other; the user sees its message word for word
     */
    T with(O options);
}
