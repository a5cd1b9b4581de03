package relrep.api.plugin;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Looks up the installed plugins by name. A plugin uses this service when one of its options names
 * another plugin ({@link Option#plugin()}).
 *
 * <p>Keep a returned plugin for one call only: the next call may find another version.
 */
@ProviderType
public interface Plugins {
    /**
     * Returns a plugin with its options.
     *
     * @param contract the contract that it must implement, {@code Architecture.class}
     * @param expression name and options, {@code dense(epochs=3)} or {@code dense:epochs=3}
     * @throws relrep.api.run.InvalidInputException when the expression is malformed, no plugin has
     *     this name, or the plugin refuses the options
     */
    <T> T get(Class<T> contract, String expression);
}
