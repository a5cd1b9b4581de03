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
 * Who works with the plugins of which bundle, so that an old version is kept until nobody does. A
 * loan is opened before a plugin is looked for: whoever hides the old version and then finds no
 * loan of it knows that nobody has it, and that nobody will.
 */
@Component(service = Lending.class)
public final class Lending {
    private final Set<Loan> open = ConcurrentHashMap.newKeySet();
    private final ReadWriteLock looks = new ReentrantReadWriteLock();
    private final AtomicLong replacements = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Opens a loan. */
    public Loan open() {
        Loan loan = new Loan(this);
        open.add(loan);
        return loan;
    }

    /**
     * Counts a bundle to every loan that is open: a plugin works through another one, and nobody
     * knows for whom.
     */
    public void takeForAll(Bundle bundle) {
        open.forEach(loan -> loan.take(bundle));
    }

    /**
     * Looks for plugins. A look that began before a version was hidden and ended after it may have
     * missed the new version and the old one too, so it is had again.
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

    /** Waits for the looks that have begun; the framework takes no bundle away under one. */
    @SuppressWarnings("LockNotBeforeTry") // nothing is done between lock and unlock
    void awaitLooks() {
        looks.writeLock().lock();
        looks.writeLock().unlock();
    }

    /** A version that others can find takes the place of one that is hidden after this. */
    void replace() {
        replacements.incrementAndGet();
    }

    boolean free(Bundle bundle) {
        return open.stream().noneMatch(loan -> loan.holds(bundle));
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void end(Loan loan) {
        open.remove(loan);
        changed();
    }

    void changed() {
        listeners.forEach(Runnable::run);
    }
}
