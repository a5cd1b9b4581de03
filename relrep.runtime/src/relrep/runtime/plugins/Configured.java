package relrep.runtime.plugins;

/**
 * A plugin with options chosen.
 *
 * @param plugin ready for use
 * @param expression its canonical form: options in their order, defaults left out
 * @param <T> the plugin's contract
 */
public record Configured<T>(T plugin, Expression expression) {}
