package relrep.workbench.install;

import org.osgi.framework.Bundle;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * That somebody works with plugins, from before he looks for them until he is done. Until it is
 * settled which they are, it counts for all.
 */
public final class Loan implements AutoCloseable {
    private final Lending lending;
    private final Set<Long> bundles = ConcurrentHashMap.newKeySet();
    private volatile boolean settled;

    Loan(Lending lending) {
        this.lending = lending;
    }

    /** Counts for a bundle; nothing for none. */
    public void take(Bundle bundle) {
        if (bundle != null) {
            bundles.add(bundle.getBundleId());
        }
    }

    /** Counts from now on for what was taken alone. */
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
