package relrep.workbench.plugins;

import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import relrep.api.plugin.Plugins;

/**
 * The {@link Plugins} service for the plugins of one bundle. Plugins of other bundles come with
 * checked results. Plugins of the same bundle come unchecked: they may rely on more than the
 * contract, and the results of the outer plugin are checked anyway.
 */
@Component(scope = ServiceScope.BUNDLE)
public final class InnerPlugins implements Plugins {
    private final ServiceRegistry registry;
    private final Bundle asking;

    /** Makes the service for the bundle that asks. */
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
