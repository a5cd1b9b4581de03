package relrep.runtime.cell;

import relrep.runtime.experiment.LocatedExpression;
import relrep.workbench.plugins.Kind;

/** Returns the plugins of a chain by their expressions. */
public interface PluginResolver {
    /**
     * Returns a plugin with the options of its expression.
     *
     * @param contract the contract that it is used under
     * @throws relrep.api.run.InvalidInputException when it is missing or refuses its options; the
     *     message gives the place of the expression
     */
    <T> ResolvedPlugin<T> get(Kind kind, Class<T> contract, LocatedExpression written);

    /** Returns whether there is a plugin of this kind with this name. */
    boolean has(Kind kind, String name);
}
