package relrep.workbench.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;

import relrep.workbench.install.PluginCopies;
import relrep.workbench.trust.PluginJar;
import relrep.workbench.trust.Trust;
import relrep.workbench.trust.UnfitJarException;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the bundles and files that bring no listed plugin, and why. They include bundles whose
 * services work without a name.
 */
public final class StuckBundles {
    private final BundleContext context;
    private final Trust trust;
    private final Map<String, String> refused;

    /** Examines the framework of this bundle, with every jar trusted. */
    public StuckBundles(BundleContext context) {
        this(context, new Trust(false, Path.of("")), Map.of());
    }

    /**
     * Examines the framework of this bundle.
     *
     * @param trust says which jars may run
     * @param refused why files were not installed, by their names
     */
    public StuckBundles(BundleContext context, Trust trust, Map<String, String> refused) {
        this.context = context;
        this.trust = trust;
        this.refused = refused;
    }

    /**
     * Returns these bundles and files.
     *
     * @param folder the plugins' folder, if there is one
     */
    public List<StuckBundle> all(Optional<Path> folder) {
        List<StuckBundle> all = new ArrayList<>();
        Map<String, Bundle> known = new HashMap<>();
        for (Bundle bundle : byFile()) {
            look(bundle).or(() -> second(bundle, known)).ifPresent(all::add);
        }
        folder.filter(Files::isDirectory).ifPresent(plugins -> all.addAll(unreadable(plugins)));
        return all;
    }

    /** Returns relrep's own bundles first, then those of the plugins' folder by file name. */
    private List<Bundle> byFile() {
        return Arrays.stream(context.getBundles())
                .sorted(Comparator.comparing(each -> PluginCopies.file(each).orElse("")))
                .toList();
    }

    /** A bundle that a second file contains as well. */
    private static Optional<StuckBundle> second(Bundle bundle, Map<String, Bundle> known) {
        String file = PluginCopies.file(bundle).orElse("");
        Bundle first =
                known.putIfAbsent(bundle.getSymbolicName() + " " + bundle.getVersion(), bundle);
        String other = first == null ? file : PluginCopies.file(first).orElse("relrep itself");
        return other.equals(file) // also where one version of a file replaces another
                ? Optional.empty()
                : Optional.of(
                        stuck(
                                bundle,
                                "second",
                                "%s brings the same bundle in the same version; of plugins with one name %s"
                                        .formatted(other, Precedence.RULE)));
    }

    private Optional<StuckBundle> look(Bundle bundle) {
        if (bundle.getSymbolicName() == null) {
            return Optional.of(
                    stuck(
                            bundle,
                            "unreadable",
                            "it is a jar and not a bundle: its manifest has no"
                                    + " Bundle-SymbolicName"));
        }
        if (bundle.getState() == Bundle.INSTALLED && objection(bundle).isPresent()) {
            return Optional.of(stuck(bundle, "not trusted", objection(bundle).get()));
        }
        if (bundle.getState() == Bundle.INSTALLED) {
            return Optional.of(
                    stuck(
                            bundle,
                            "unresolved",
                            new MissingRequirements(bundle, context).sentence()));
        }
        if (bundle.getState() == Bundle.STARTING && PluginCopies.of(bundle).isPresent()) {
            return Optional.of(
                    stuck(bundle, "starting", "its activator was called and has not returned"));
        }
        if (bundle.getState() == Bundle.ACTIVE) {
            return new IgnoredDescriptions(context)
                    .trouble(bundle)
                    .map(reason -> stuck(bundle, "broken", reason))
                    .or(() -> nameless(bundle));
        }
        boolean wanted =
                bundle.getState() == Bundle.RESOLVED
                        && !fragment(bundle)
                        && bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
        return wanted
                ? Optional.of(stuck(bundle, "stopped", whyStopped(bundle)))
                : Optional.empty();
    }

    /** A third-party bundle with services that are missing from the list of plugins. */
    private static Optional<StuckBundle> nameless(Bundle bundle) {
        if (PluginCopies.of(bundle).isEmpty()) {
            return Optional.empty();
        }
        NamelessServices services = NamelessServices.of(bundle);
        return services.sentence().map(reason -> stuck(bundle, services.state(), reason));
    }

    private static boolean fragment(Bundle bundle) {
        return (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    /** Starts a bundle once more, since only its activator shows why it does not start. */
    private static String whyStopped(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            return "it was stopped and has just been started again";
        } catch (BundleException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return "it does not start: " + cause;
        }
    }

    /** Returns why a third-party bundle is not trusted, however it was installed. */
    private Optional<String> objection(Bundle bundle) {
        if (!trust.listedOnly() || bundle.getBundleId() == 0) {
            return Optional.empty();
        }
        Optional<Path> copy = PluginCopies.of(bundle);
        if (copy.isPresent()) {
            return trust.objection(copy.get(), copy.get().getFileName().toString());
        }
        return bundle.getLocation().startsWith("reference:")
                ? Optional.empty()
                : Optional.of("only jars of the plugins' folder can be trusted; put it there");
    }

    private static StuckBundle stuck(Bundle bundle, String state, String reason) {
        String file = bundle.getLocation().replaceFirst("^.*/", "");
        String name = bundle.getSymbolicName();
        return name == null
                ? new StuckBundle(file, "", file, state, reason)
                : new StuckBundle(name, bundle.getVersion().toString(), file, state, reason);
    }

    private List<StuckBundle> unreadable(Path folder) {
        List<StuckBundle> found = new ArrayList<>();
        for (Path jar : jars(folder)) {
            if (!installed(jar)) {
                String name = jar.getFileName().toString();
                found.add(whyNotInstalled(jar, name));
            }
        }
        return found;
    }

    private static Iterable<Path> jars(Path folder) {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.jar")) {
            TreeSet<Path> jars = new TreeSet<>();
            stream.forEach(jars::add);
            return jars;
        } catch (IOException gone) {
            return List.of();
        }
    }

    /**
     * Returns whether the current content of a file is installed; after a replacement it may still
     * be an old version.
     */
    private boolean installed(Path jar) {
        String end = jar.toAbsolutePath().normalize().toUri().getPath();
        return Arrays.stream(context.getBundles())
                .anyMatch(
                        bundle ->
                                bundle.getLocation().endsWith(end)
                                        || PluginCopies.of(bundle)
                                                .filter(copy -> same(copy, jar))
                                                .isPresent());
    }

    private static boolean same(Path copy, Path jar) {
        try {
            return copy.getFileName().equals(jar.getFileName()) && Files.mismatch(copy, jar) < 0;
        } catch (IOException gone) {
            return false;
        }
    }

    private StuckBundle whyNotInstalled(Path jar, String name) {
        try {
            PluginJar bundle = PluginJar.read(jar);
            Optional<String> objection = trust.objection(jar, name);
            if (objection.isPresent()) {
                return new StuckBundle(
                        bundle.name(), bundle.version(), name, "not trusted", objection.get());
            }
            return new StuckBundle(
                    bundle.name(),
                    bundle.version(),
                    name,
                    refused.containsKey(name) ? "refused" : "new",
                    refused.getOrDefault(name, "it has not been installed yet"));
        } catch (UnfitJarException unfit) {
            return new StuckBundle(name, "", name, "unreadable", unfit.getMessage());
        }
    }
}
