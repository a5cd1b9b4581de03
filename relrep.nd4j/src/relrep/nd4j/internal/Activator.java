package relrep.nd4j.internal;

import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.namespace.service.ServiceNamespace;

import relrep.api.run.Checkup;
import relrep.nd4j.Nd4jEngine;

/** Registers the engine as a service, which is created on first use. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
@Capability(
        namespace = ServiceNamespace.SERVICE_NAMESPACE,
        attribute = "objectClass:List<String>=\"relrep.nd4j.Nd4jEngine\"",
        uses = Nd4jEngine.class)
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        ServiceReference<Nd4jEngine> engine =
                context.registerService(Nd4jEngine.class, new LazyEngine(), null).getReference();
        context.registerService(
                Checkup.class, new NativesCheckup(() -> context.getService(engine)), null);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the service away; the natives stay as long as the process.
    }
}
