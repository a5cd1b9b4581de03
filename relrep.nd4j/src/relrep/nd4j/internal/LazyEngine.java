package relrep.nd4j.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

import relrep.nd4j.Nd4jEngine;

/**
 * Creates the engine when the first bundle asks for it, so that commands without it do not pay for
 * it.
 */
final class LazyEngine implements ServiceFactory<Nd4jEngine> {
    private Nd4jEngine engine;

    @Override
    public synchronized Nd4jEngine getService(
            Bundle bundle, ServiceRegistration<Nd4jEngine> registration) {
        if (engine == null) {
            engine = Nd4jEngine.start();
        }
        return engine;
    }

    @Override
    public void ungetService(
            Bundle bundle, ServiceRegistration<Nd4jEngine> registration, Nd4jEngine service) {
        // One engine serves all, for good: natives cannot be loaded twice.
    }
}
