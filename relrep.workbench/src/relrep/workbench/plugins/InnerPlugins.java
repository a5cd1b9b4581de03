package relrep.workbench.plugins;

import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import relrep.api.plugin.Plugins;

/**
 * The plugins as the plugins of one bundle get them. Those of other bundles come with what they
 * return checked. Those of the same bundle may know each other better than their contract says, and
 * what the outer one makes of them is checked.
 */
@Component(scope = ServiceScope.BUNDLE)
public final class InnerPlugins implements Plugins {
    private final ServiceRegistry registry;
    private final Bundle asking;

    /** Serves the bundle that asks for this service. */
    @Activate
    public InnerPlugins(ComponentContext context, @Reference ServiceRegistry registry) {
        this.registry = registry;
        this.asking = context.getUsingBundle();
    }

    @Override
    public <T> T get(Class<T> contract, String expression) {
        return registry.lend(contract, expression, asking);
    }
}
