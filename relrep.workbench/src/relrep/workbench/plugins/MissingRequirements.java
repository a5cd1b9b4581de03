package relrep.workbench.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Describes in one sentence the missing requirements of an installed bundle. It asks the framework
 * for providers of each requirement. The resolver's own message is not used, since it lists every
 * attempt.
 */
final class MissingRequirements {
    private final Bundle bundle;
    private final BundleContext context;
    private final FrameworkWiring framework;

    MissingRequirements(Bundle bundle, BundleContext context) {
        this.bundle = bundle;
        this.context = context;
        this.framework = context.getBundle(0).adapt(FrameworkWiring.class);
    }

    String sentence() {
        List<BundleRequirement> needed =
                bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
                        .filter(MissingRequirements::mandatory)
                        .toList();
        List<String> missing =
                needed.stream()
                        .filter(requirement -> framework.findProviders(requirement).isEmpty())
                        .map(this::missing)
                        .distinct()
                        .toList();
        if (!missing.isEmpty()) {
            return "it needs " + String.join(", and ", missing);
        }
        return needed.stream()
                .map(this::stuckToo)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(this::resolversWords);
    }

    private static boolean mandatory(BundleRequirement requirement) {
        String resolution =
                requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
        String effective =
                requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
        return !Namespace.RESOLUTION_OPTIONAL.equals(resolution)
                && (effective == null || Namespace.EFFECTIVE_RESOLVE.equals(effective));
    }

    private String missing(BundleRequirement requirement) {
        String space = requirement.getNamespace();
        Filter filter = new Filter(requirement.getDirectives());
        if (space.equals(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE)) {
            return "Java %s, and this is Java %s"
                    .formatted(filter.after("version"), Runtime.version().feature());
        }
        String name = filter.after(space);
        return "%s %s%s; %s".formatted(word(space), name, filter.versions(), offered(space, name));
    }

    private static String word(String namespace) {
        return switch (namespace) {
            case PackageNamespace.PACKAGE_NAMESPACE -> "the package";
            case BundleNamespace.BUNDLE_NAMESPACE, HostNamespace.HOST_NAMESPACE -> "the bundle";
            default -> "the capability " + namespace;
        };
    }

    /** Returns the available versions of a missing package or bundle. */
    private String offered(String namespace, String name) {
        Collection<String> versions = new TreeSet<>();
        for (Bundle other : context.getBundles()) {
            BundleRevision revision = other.adapt(BundleRevision.class);
            if (revision != null) {
                for (BundleCapability offer : revision.getDeclaredCapabilities(namespace)) {
                    if (name.equals(String.valueOf(offer.getAttributes().get(namespace)))) {
                        versions.add(String.valueOf(version(offer)));
                    }
                }
            }
        }
        return versions.isEmpty()
                ? "nothing installed offers it"
                : "there is " + String.join(", ", versions);
    }

    private static Object version(BundleCapability offer) {
        Object version = offer.getAttributes().get("version");
        return version == null ? offer.getAttributes().get("bundle-version") : version;
    }

    /** A requirement whose only providers are not resolved themselves. */
    private String stuckToo(BundleRequirement requirement) {
        Collection<BundleCapability> providers = framework.findProviders(requirement);
        boolean some =
                providers.stream()
                        .map(provider -> provider.getRevision().getBundle())
                        .anyMatch(provider -> provider.getState() != Bundle.INSTALLED);
        if (some || providers.stream().anyMatch(p -> p.getRevision().getBundle() == bundle)) {
            return "";
        }
        String names =
                providers.stream()
                        .map(provider -> provider.getRevision().getSymbolicName())
                        .distinct()
                        .collect(Collectors.joining(" or "));
        return "it needs %s, which does not resolve either".formatted(names);
    }

    private String resolversWords() {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            return "it has just been started";
        } catch (BundleException e) {
            return String.valueOf(e.getMessage())
                    .replaceFirst(" Unresolved requirements:.*", "")
                    .replaceAll("\\s+", " ");
        }
    }

    /** The readable parts of a requirement's filter. */
    private record Filter(String text) {
        Filter(Map<String, String> directives) {
            this(directives.getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, ""));
        }

        String after(String attribute) {
            return find("\\(" + Pattern.quote(attribute) + ">?=([^)]*)\\)");
        }

        String versions() {
            String exact = find("\\((?:bundle-)?version=([^)]*)\\)");
            String floor = find("\\((?:bundle-)?version>=([^)]*)\\)");
            String ceiling = find("\\(!\\((?:bundle-)?version>=([^)]*)\\)\\)");
            return (exact.isEmpty() ? "" : " in version " + exact)
                    + (floor.isEmpty() ? "" : " in version " + floor + " or later")
                    + (ceiling.isEmpty() ? "" : " but before " + ceiling);
        }

        private String find(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            return matcher.find() ? matcher.group(1) : "";
        }
    }
}
