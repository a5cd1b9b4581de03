package relrep.workbench.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

import java.util.Optional;

/**
 * Finds out why a component could not be created. Declarative Services keeps the exception of a
 * constructor. When the class itself cannot be loaded it only writes a log entry, so the class is
 * loaded once more here.
 */
final class ComponentFailure {
    static final String MUTE = "it does not say why";

    private final BundleContext context;

    ComponentFailure(BundleContext context) {
        this.context = context;
    }

    /** Returns the exception in one line. */
    String of(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        Object name = reference.getProperty(ComponentConstants.COMPONENT_NAME);
        ServiceReference<ServiceComponentRuntime> scr =
                context.getServiceReference(ServiceComponentRuntime.class);
        ServiceComponentRuntime runtime = scr == null ? null : context.getService(scr);
        if (bundle == null || name == null || runtime == null) {
            return MUTE;
        }
        try {
            ComponentDescriptionDTO component =
                    runtime.getComponentDescriptionDTO(bundle, name.toString());
            return component == null
                    ? MUTE
                    : loading(bundle, component.implementationClass)
                            .orElseGet(() -> kept(runtime, component));
        } finally {
            context.ungetService(scr);
        }
    }

    @SuppressWarnings("ReturnValueIgnored") // called since they load what the members name
    private static Optional<String> loading(Bundle bundle, String implementation) {
        try {
            Class<?> type = bundle.loadClass(implementation);
            type.getDeclaredConstructors(); // what these name is loaded now
            type.getDeclaredMethods();
            type.getDeclaredFields();
            return Optional.empty();
        } catch (ClassNotFoundException | LinkageError thrown) {
            return Optional.of(thrown.toString());
        }
    }

    private static String kept(ServiceComponentRuntime runtime, ComponentDescriptionDTO component) {
        return runtime.getComponentConfigurationDTOs(component).stream()
                .filter(each -> each.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(each -> UnsatisfiedPlugins.cause(each.failure))
                .findFirst()
                .orElse(MUTE);
    }
}
