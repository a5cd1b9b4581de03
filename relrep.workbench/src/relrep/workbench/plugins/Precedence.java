package relrep.workbench.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

import relrep.workbench.install.PluginCopies;

import java.util.Comparator;

/**
 * Which of several plugins of one name is used, first the one that is: that with the higher {@code
 * service.ranking}; among equals relrep's own; then that whose jar in {@code plugins/} comes first
 * by its name; then that which came first. So it does not matter in which order jars arrive.
 */
public final class Precedence implements Comparator<ServiceReference<?>> {
    /** The rule, for people. */
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

    /** The name of the jar; relrep's own have none, which comes before every name. */
    private static String file(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        return bundle == null ? "" : PluginCopies.file(bundle).orElse("");
    }
}
