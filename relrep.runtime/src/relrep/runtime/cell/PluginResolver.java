package relrep.runtime.cell;

import relrep.runtime.experiment.LocatedExpression;
import relrep.workbench.plugins.Kind;

/** The plugins that a chain was given. */
public interface PluginResolver {
    /**
     * Returns a plugin with the options written.
     *
     * @param contract what is wanted of it
     * @throws relrep.api.run.InvalidInputException when it is not there or refuses its options,
     *     with the place where it is written
     */
    <T> ResolvedPlugin<T> get(Kind kind, Class<T> contract, LocatedExpression written);
}
