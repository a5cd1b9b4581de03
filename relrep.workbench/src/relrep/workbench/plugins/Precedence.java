package relrep.workbench.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

import relrep.workbench.install.PluginCopies;

import java.util.Comparator;

/**
 * Orders plugins of one name; the first is the one that is used. The criteria are: the higher
 * {@code service.ranking}; then relrep's own before third-party plugins; then the name of the jar
 * in {@code plugins/}; then the time of registration. So the order in which jars arrive does not
 * matter.
 */
public final class Precedence implements Comparator<ServiceReference<?>> {
    /** The rule in words, for the user. */
    public static final String RULE =
            "the higher service.ranking is used, then relrep's own, then the jar that comes first"
                    + " by name";

    private static final Comparator<ServiceReference<?>> ORDER =
            Comparator.<ServiceReference<?>>comparingInt(Precedence::ranking)
                    .reversed()
                    .thenComparing(Precedence::file)
                    .thenComparing(Comparator.reverseOrder());

    @Override
    public int compare(ServiceReference<?> a, ServiceReference<?> b) {
        return ORDER.compare(a, b);
    }

    private static int ranking(ServiceReference<?> reference) {
        return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking
                ? ranking
                : 0;
    }

    /** The name of the jar. relrep's own plugins have an empty name, which sorts first. */
    private static String file(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        return bundle == null ? "" : PluginCopies.file(bundle).orElse("");
    }
}
