package relrep.workbench.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

import relrep.api.plugin.Plugin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The services of a bundle that are missing from the list of plugins: contracts without names,
 * plugins without their name, and services of an unknown type.
 */
final class NamelessServices {
    /** The state of a bundle whose services work without a name. */
    static final String NAMELESS = "nameless";

    /** The state of a bundle with a service that relrep does not use. */
    static final String UNKNOWN = "unknown";

    private static final String API = "relrep.api.";

    private final List<String> helping = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

    private NamelessServices() {}

    /** Examines the services that a bundle has registered. */
    static NamelessServices of(Bundle bundle) {
        NamelessServices found = new NamelessServices();
        ServiceReference<?>[] all = bundle.getRegisteredServices();
        if (all != null) {
            Arrays.stream(all).forEach(found::look);
        }
        return found;
    }

    private void look(ServiceReference<?> service) {
        boolean named = service.getProperty(Plugin.NAME) != null;
        for (String type : (String[]) service.getProperty(Constants.OBJECTCLASS)) {
            if (type.startsWith(API)) {
                look(type, named);
            }
        }
    }

    private void look(String type, boolean named) {
        Optional<Kind> kind =
                Arrays.stream(Kind.values())
                        .filter(each -> types(each).anyMatch(type::equals))
                        .findFirst();
        List<String> parts = below(type);
        if (kind.isPresent() && !named) {
            lost.add(
                    "its %s must have a name, and the service property %s is missing"
                            .formatted(kind.get().word(), Plugin.NAME));
        } else if (kind.isEmpty() && !parts.isEmpty()) {
            lost.add(
                    "a plugin must be registered as one of %s, and one is as %s"
                            .formatted(parts, simple(type)));
        } else if (kind.isEmpty()) {
            helping.add(
                    simple(type).replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
        }
    }

    /** The plugin contracts that extend a type. */
    private static List<String> below(String type) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> kind.contracts().stream())
                .filter(contract -> extended(contract).anyMatch(type::equals))
                .map(Class::getSimpleName)
                .collect(Collectors.toList());
    }

    private static Stream<String> extended(Class<?> contract) {
        return Arrays.stream(contract.getInterfaces())
                .flatMap(each -> Stream.concat(Stream.of(each.getName()), extended(each)));
    }

    private static Stream<String> types(Kind kind) {
        return kind.contracts().stream().map(Class::getName);
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /**
     * Returns {@link #UNKNOWN} if relrep does not use one of the services, else {@link #NAMELESS}.
     */
    String state() {
        return lost.isEmpty() ? NAMELESS : UNKNOWN;
    }

    /**
     * Returns one sentence about these services; empty when the list of plugins has every service.
     */
    Optional<String> sentence() {
        if (!lost.isEmpty()) {
            return Optional.of(String.join("; ", lost));
        }
        return helping.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "it has a service that works without a name: %s"
                                .formatted(String.join(", ", helping)));
    }
}
