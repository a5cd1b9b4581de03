package relrep.runtime.cell;

import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;

import java.util.function.Supplier;

/**
 * A plugin with its options chosen, ready for use in a chain.
 *
 * @param kind the kind of plugin
 * @param plugin with its options
 * @param expression its canonical form: defaults left out
 * @param options all options with their values, defaults included
 * @param code returns the digest of its code: its bundle and the bundles that it uses
 * @param <T> the plugin's contract
 */
public record ResolvedPlugin<T>(
        Kind kind, T plugin, Expression expression, String options, Supplier<String> code) {
    /** Returns everything that results of this plugin depend on, as one line. */
    public String identity() {
        return kind.key() + " " + expression.name() + " " + options + " " + code.get();
    }
}
