package relrep.workbench.install;

import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Component;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Records which bundles' plugins are in use, so that an old version is kept until its last user is
 * done. A lease is opened before a plugin is looked up. So if an old version is hidden first, and
 * no lease of it is found afterwards, nobody uses it or will use it.
 */
@Component(service = PluginLeases.class)
public final class PluginLeases {
    private final Set<PluginLease> open = ConcurrentHashMap.newKeySet();
    private final ReadWriteLock looks = new ReentrantReadWriteLock();
    private final AtomicLong replacements = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Opens a lease. */
    public PluginLease open() {
        PluginLease lease = new PluginLease(this);
        open.add(lease);
        return lease;
    }

    /**
     * Counts a bundle for every open lease: a plugin works through another one, and it is not known
     * for which lease.
     */
    public void takeForAll(Bundle bundle) {
        open.forEach(lease -> lease.take(bundle));
    }

    /**
     * Looks up plugins. A lookup may begin before a version is hidden and end after that; then it
     * may have missed both the new and the old version, so it is repeated.
     */
    public <T> T look(Supplier<T> search) {
        while (true) {
            long before = replacements.get();
            T found;
            looks.readLock().lock();
            try {
                found = search.get();
            } finally {
                looks.readLock().unlock();
            }
            if (replacements.get() == before) {
                return found;
            }
        }
    }

    /** Waits for the running lookups, so that no bundle is removed during one. */
    @SuppressWarnings("LockNotBeforeTry") // nothing is done between lock and unlock
    void awaitLooks() {
        looks.writeLock().lock();
        looks.writeLock().unlock();
    }

    /** Announces that a new version can be found and that the old one will be hidden. */
    void replace() {
        replacements.incrementAndGet();
    }

    boolean free(Bundle bundle) {
        return open.stream().noneMatch(lease -> lease.holds(bundle));
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void end(PluginLease lease) {
        open.remove(lease);
        changed();
    }

    void changed() {
        listeners.forEach(Runnable::run);
    }
}
