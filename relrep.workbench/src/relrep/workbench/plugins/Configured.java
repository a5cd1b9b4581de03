package relrep.workbench.plugins;

import relrep.workbench.contract.CheckedPlugin;

/**
 * A plugin with options chosen.
 *
 * @param contract what is wanted of it
 * @param original as its bundle made it
 * @param expression its canonical form: options in their order, defaults left out
 * @param <T> the plugin's contract
 */
public record Configured<T>(Class<T> contract, T original, Expression expression) {
    /** Returns the plugin with what it returns checked. */
    public T plugin() {
        return CheckedPlugin.of(contract, expression.toString(), original);
    }
}
