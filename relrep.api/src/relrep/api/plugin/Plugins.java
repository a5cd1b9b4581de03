package relrep.api.plugin;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The plugins of this installation: a service for plugins that work through others, which an option
 * of theirs names ({@link Option#plugin()}).
 *
 * <p>What is returned may be kept for a call, not beyond: the next call may find another version.
 */
@ProviderType
public interface Plugins {
    /**
     * Returns a plugin with its options.
     *
     * @param contract what it must be, {@code Architecture.class}
     * @param expression as people write it, {@code dense(epochs=3)} or {@code dense:epochs=3}
     * @throws relrep.api.run.InvalidInputException when it is not written as a plugin, there is
     *     none of that name, or it refuses its options
     */
    <T> T get(Class<T> contract, String expression);
}
