package relrep.runtime.wiring;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

import relrep.runtime.provenance.BundleDigests;
import relrep.runtime.provenance.Services;
import relrep.workbench.install.PluginLease;
import relrep.workbench.install.PluginLeases;

import java.util.ArrayList;
import java.util.List;

/** The plugins of one piece of work, borrowed from the framework until it is closed. */
final class BorrowedPlugins implements AutoCloseable {
    private final BundleContext context;
    private final PluginLease lease;
    private final List<ServiceReference<?>> borrowed = new ArrayList<>();
    private final ChainPlugins parts;

    /** Borrows the plugins that are installed, and creates them with their options. */
    BorrowedPlugins(
            BundleContext context,
            PluginLeases leases,
            BundleDigests digests,
            RequiredPlugins required) {
        this.context = context;
        this.lease = leases.open();
        try {
            this.parts = borrow(new Services(context, leases), digests, required);
            lease.settle();
            parts.makeAll(required);
        } catch (RuntimeException | Error refused) {
            close();
            throw refused;
        }
    }

    private ChainPlugins borrow(
            Services services, BundleDigests digests, RequiredPlugins required) {
        List<ChainPlugins.Given> given = new ArrayList<>();
        for (RequiredPlugins.Use use : required.uses()) {
            for (Class<?> contract : use.kind().contracts()) {
                for (ServiceReference<?> reference : services.find(contract, use.name())) {
                    lease.take(reference.getBundle());
                    Object service = context.getService(reference);
                    if (service != null) {
                        borrowed.add(reference);
                        given.add(
                                new ChainPlugins.Given(
                                        use.kind(),
                                        use.name(),
                                        service,
                                        () -> digests.code(reference.getBundle())));
                    }
                }
            }
        }
        return new ChainPlugins(given);
    }

    /** Returns the plugins. */
    ChainPlugins parts() {
        return parts;
    }

    @Override
    public void close() {
        borrowed.forEach(context::ungetService);
        lease.close();
    }
}
