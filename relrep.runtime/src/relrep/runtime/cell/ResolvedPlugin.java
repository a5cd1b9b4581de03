package relrep.runtime.cell;

import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;

import java.util.function.Supplier;

/**
 * A plugin ready for use in a chain.
 *
 * @param kind what it is
 * @param plugin with its options
 * @param expression its canonical form: defaults left out
 * @param options every option that is in force, also those at their defaults
 * @param code gives a digest of the code that it runs: its bundle and those that it stands on
 * @param <T> the plugin's contract
 */
public record ResolvedPlugin<T>(
        Kind kind, T plugin, Expression expression, String options, Supplier<String> code) {
    /** Returns what results of this plugin depend on, as one line. */
    public String identity() {
        return kind.key() + " " + expression.name() + " " + options + " " + code.get();
    }
}
