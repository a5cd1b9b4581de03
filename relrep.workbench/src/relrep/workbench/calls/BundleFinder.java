package relrep.workbench.calls;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the bundles with plugins by the names of their classes. No class is loaded for this. */
final class BundleFinder {
    private static final String NAME = "relrep.name";
    private static final String COMPONENT = "component.name";

    private final String own = "reference:" + folder();
    private final Supplier<Bundle[]> bundles;
    private final Map<String, Optional<Bundle>> known = new HashMap<>();

    BundleFinder(Supplier<Bundle[]> bundles) {
        this.bundles = bundles;
    }

    private static String folder() {
        String dist = System.getProperty("relrep.dist", "");
        return dist.isEmpty() ? "" : Path.of(dist).toUri().toString();
    }

    /** Returns the bundle with plugins that a class comes from. */
    Optional<Bundle> of(String type) {
        return known.computeIfAbsent(type.replaceFirst("(\\$\\$|/).*", ""), this::look);
    }

    private Optional<Bundle> look(String type) {
        return Arrays.stream(bundles.get())
                .filter(bundle -> bundle.getBundleId() != 0)
                .filter(bundle -> !plugins(bundle).isEmpty() || foreign(bundle))
                .filter(bundle -> holds(bundle, type))
                .findFirst();
    }

    private boolean foreign(Bundle bundle) {
        return !bundle.getLocation().startsWith(own);
    }

    private static boolean holds(Bundle bundle, String type) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        int dot = type.lastIndexOf('.');
        String folder = "/" + type.substring(0, Math.max(0, dot)).replace('.', '/');
        return wiring != null
                && !wiring.listResources(
                                folder,
                                type.substring(dot + 1) + ".class",
                                BundleWiring.LISTRESOURCES_LOCAL)
                        .isEmpty();
    }

    private static List<ServiceReference<?>> plugins(Bundle bundle) {
        ServiceReference<?>[] all = bundle.getRegisteredServices();
        return all == null
                ? List.of()
                : Arrays.stream(all).filter(one -> one.getProperty(NAME) != null).toList();
    }

    /**
     * Returns the name of the plugin that one of these classes belongs to. A component has the name
     * of its class. For a bundle with a single plugin the answer is that plugin.
     */
    static String name(Bundle bundle, List<String> types) {
        List<ServiceReference<?>> plugins = plugins(bundle);
        Optional<ServiceReference<?>> named =
                plugins.stream()
                        .filter(one -> types.contains(String.valueOf(one.getProperty(COMPONENT))))
                        .findFirst();
        String home = "%s %s".formatted(bundle.getSymbolicName(), bundle.getVersion());
        return named.or(() -> plugins.size() == 1 ? plugins.stream().findFirst() : named)
                .map(one -> "%s '%s' of %s".formatted(kind(one), one.getProperty(NAME), home))
                .orElse("bundle " + home);
    }

    /** Makes {@code space metric} of {@code relrep.api.metric.SpaceMetric}. */
    private static String kind(ServiceReference<?> plugin) {
        String contract = ((String[]) plugin.getProperty(Constants.OBJECTCLASS))[0];
        return contract.substring(contract.lastIndexOf('.') + 1)
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
