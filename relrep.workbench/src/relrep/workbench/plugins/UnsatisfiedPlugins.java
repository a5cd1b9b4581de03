package relrep.workbench.plugins;

import static relrep.workbench.plugins.ServiceRegistry.text;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

import relrep.api.plugin.Plugin;
import relrep.workbench.plugins.InstalledPlugin.State;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds plugins that are declared as components but have no service, and the reason that
 * Declarative Services gives.
 */
final class UnsatisfiedPlugins {
    private final BundleContext context;

    UnsatisfiedPlugins(BundleContext context) {
        this.context = context;
    }

    List<InstalledPlugin> all() {
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        ServiceComponentRuntime runtime = reference == null ? null : context.getService(reference);
        if (runtime == null) {
            return List.of();
        }
        try {
            List<InstalledPlugin> all = new ArrayList<>();
            for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
                if (component.properties.containsKey(Plugin.NAME)) {
                    kind(component).ifPresent(kind -> all.addAll(of(runtime, kind, component)));
                }
            }
            return all;
        } finally {
            context.ungetService(reference);
        }
    }

    private static Optional<Kind> kind(ComponentDescriptionDTO component) {
        List<String> interfaces = List.of(component.serviceInterfaces);
        return Arrays.stream(Kind.values())
                .filter(
                        kind ->
                                kind.contracts().stream()
                                        .map(Class::getName)
                                        .anyMatch(interfaces::contains))
                .findFirst();
    }

    private static List<InstalledPlugin> of(
            ServiceComponentRuntime runtime, Kind kind, ComponentDescriptionDTO component) {
        return runtime.getComponentConfigurationDTOs(component).stream()
                .filter(UnsatisfiedPlugins::unusable)
                .map(configuration -> describe(kind, component, configuration))
                .toList();
    }

    private static boolean unusable(ComponentConfigurationDTO configuration) {
        return configuration.state != ComponentConfigurationDTO.ACTIVE
                && configuration.state != ComponentConfigurationDTO.SATISFIED;
    }

    private static InstalledPlugin describe(
            Kind kind, ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        boolean failed = configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION;
        return new InstalledPlugin(
                kind,
                text(component.properties.get(Plugin.NAME)),
                text(component.properties.get(Plugin.DESCRIPTION)),
                text(component.properties.get(Plugin.SOURCE)),
                component.bundle.symbolicName,
                component.bundle.version,
                failed ? State.FAILED : State.WAITING,
                failed ? cause(configuration.failure) : needs(component, configuration));
    }

    private static String needs(
            ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION) {
            return "it needs the configuration " + String.join(", ", component.configurationPid);
        }
        return Arrays.stream(configuration.unsatisfiedReferences)
                .map(missing -> need(component, missing))
                .collect(
                        Collectors.joining(
                                " and ", "it needs ", ", which nothing installed provides"));
    }

    private static String need(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO missing) {
        String service =
                Arrays.stream(component.references)
                        .filter(reference -> reference.name.equals(missing.name))
                        .map((ReferenceDTO reference) -> reference.interfaceName)
                        .findFirst()
                        .orElse(missing.name);
        return missing.target == null ? service : service + " with " + missing.target;
    }

    /** Returns the first exception of a stack trace, without its class name if it has a message. */
    static String cause(String trace) {
        String last =
                String.valueOf(trace)
                        .lines()
                        .filter(line -> !line.startsWith("\t"))
                        .reduce((earlier, later) -> later)
                        .orElse("");
        String message =
                last.replaceFirst("^Caused by: ", "")
                        .replaceFirst("^[\\w.$]+(?:Exception|Error): ", "");
        return message.isBlank() ? ComponentFailure.MUTE : message;
    }
}
