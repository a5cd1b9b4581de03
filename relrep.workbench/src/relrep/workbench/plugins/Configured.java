package relrep.workbench.plugins;

import relrep.workbench.contract.CheckedPlugin;

/**
 * A plugin with options chosen.
 *
 * @param contract the contract that it is used under
 * @param original the plugin without checks
 * @param expression its canonical form: options in their order, defaults left out
 * @param <T> the plugin's contract
 */
public record Configured<T>(Class<T> contract, T original, Expression expression) {
    /** Returns the plugin with checks of its results. */
    public T plugin() {
        return CheckedPlugin.of(contract, expression.toString(), original);
    }
}
