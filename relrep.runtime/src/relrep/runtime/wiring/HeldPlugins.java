package relrep.runtime.wiring;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

import relrep.workbench.install.PluginLease;

import java.util.ArrayList;
import java.util.List;

/**
 * The plugins in use by a job, so that they are neither deactivated nor replaced meanwhile. A chain
 * opens it and passes it to the job.
 */
final class HeldPlugins implements AutoCloseable {
    private final BundleContext context;
    private final PluginLease lease;
    private final List<ServiceReference<?>> held = new ArrayList<>();
    private boolean closed;

    HeldPlugins(BundleContext context, PluginLease lease) {
        this.context = context;
        this.lease = lease;
    }

    PluginLease lease() {
        return lease;
    }

    /** Returns a plugin, or null if it cannot be created. */
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
            lease.close();
        }
    }
}
