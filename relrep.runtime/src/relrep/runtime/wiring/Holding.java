package relrep.runtime.wiring;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

import relrep.workbench.install.Loan;

import java.util.ArrayList;
import java.util.List;

/**
 * Plugins that are in somebody's hands, so that they are neither taken down nor replaced under him.
 * A chain makes it and leaves it to the job that works with the plugins.
 */
final class Holding implements AutoCloseable {
    private final BundleContext context;
    private final Loan loan;
    private final List<ServiceReference<?>> held = new ArrayList<>();
    private boolean closed;

    Holding(BundleContext context, Loan loan) {
        this.context = context;
        this.loan = loan;
    }

    Loan loan() {
        return loan;
    }

    /** Returns a plugin, or null where it cannot be made. */
    Object get(ServiceReference<?> reference) {
        Object service = context.getService(reference);
        synchronized (this) {
            if (service != null && !closed) {
                held.add(reference);
                return service;
            }
        }
        if (service != null) {
            context.ungetService(reference);
        }
        return null;
    }

    @Override
    public void close() {
        List<ServiceReference<?>> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(held);
            held.clear();
        }
        try {
            all.forEach(context::ungetService);
        } catch (IllegalStateException frameworkEnded) {
            return;
        } finally {
            loan.close();
        }
    }
}
