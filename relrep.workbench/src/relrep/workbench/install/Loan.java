package relrep.workbench.install;

import org.osgi.framework.Bundle;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The use of plugins by one piece of work, from before their lookup to the end of the work. It
 * counts for all bundles until the lookup has found the plugins.
 */
public final class Loan implements AutoCloseable {
    private final Lending lending;
    private final Set<Long> bundles = ConcurrentHashMap.newKeySet();
    private volatile boolean settled;

    Loan(Lending lending) {
        this.lending = lending;
    }

    /** Adds a bundle; null adds nothing. */
    public void take(Bundle bundle) {
        if (bundle != null) {
            bundles.add(bundle.getBundleId());
        }
    }

    /** Ends the lookup: from now on the loan counts only for the added bundles. */
    public void settle() {
        settled = true;
        lending.changed();
    }

    boolean holds(Bundle bundle) {
        return !settled || bundles.contains(bundle.getBundleId());
    }

    @Override
    public void close() {
        lending.end(this);
    }
}
