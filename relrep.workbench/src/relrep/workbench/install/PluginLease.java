package relrep.workbench.install;

import org.osgi.framework.Bundle;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The use of plugins by one piece of work, from before their lookup to the end of the work. It
 * counts for all bundles until the lookup has found the plugins.
 */
public final class PluginLease implements AutoCloseable {
    private final PluginLeases leases;
    private final Set<Long> bundles = ConcurrentHashMap.newKeySet();
    private volatile boolean settled;

    PluginLease(PluginLeases leases) {
        this.leases = leases;
    }

    /** Adds a bundle; null adds nothing. */
    public void take(Bundle bundle) {
        if (bundle != null) {
            bundles.add(bundle.getBundleId());
        }
    }

    /** Ends the lookup: from now on the lease counts only for the added bundles. */
    public void settle() {
        settled = true;
        leases.changed();
    }

    boolean holds(Bundle bundle) {
        return !settled || bundles.contains(bundle.getBundleId());
    }

    @Override
    public void close() {
        leases.end(this);
    }
}
