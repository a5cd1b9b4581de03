package relrep.runtime.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Finds out which bundles and files bring nothing, and why. */
public final class StuckBundles {
    private static final String NO_BUNDLE =
            "it is a jar and not a bundle: its manifest has no Bundle-SymbolicName";

    private final BundleContext context;

    /** Looks at the framework of this bundle. */
    public StuckBundles(BundleContext context) {
        this.context = context;
    }

    /**
     * Returns what is stuck.
     *
     * @param folder the plugins' folder, where there is one
     */
    public List<StuckBundle> all(Optional<Path> folder) {
        List<StuckBundle> all = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            look(bundle).ifPresent(all::add);
        }
        folder.filter(Files::isDirectory).ifPresent(plugins -> all.addAll(unreadable(plugins)));
        return all;
    }

    private Optional<StuckBundle> look(Bundle bundle) {
        if (bundle.getSymbolicName() == null) {
            return Optional.of(stuck(bundle, "unreadable", NO_BUNDLE));
        }
        if (bundle.getState() == Bundle.INSTALLED) {
            return Optional.of(
                    stuck(
                            bundle,
                            "unresolved",
                            new MissingRequirements(bundle, context).sentence()));
        }
        boolean wanted =
                bundle.getState() == Bundle.RESOLVED
                        && !fragment(bundle)
                        && bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
        return wanted
                ? Optional.of(stuck(bundle, "stopped", whyStopped(bundle)))
                : Optional.empty();
    }

    private static boolean fragment(Bundle bundle) {
        return (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    /** Tries once more: what keeps it from starting is known only to its activator. */
    private static String whyStopped(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            return "it was stopped and has just been started again";
        } catch (BundleException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return "it does not start: " + cause;
        }
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
                found.add(new StuckBundle(name, "", name, "unreadable", whyNotInstalled(jar)));
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

    private boolean installed(Path jar) {
        String end = jar.toAbsolutePath().normalize().toUri().getPath();
        return Arrays.stream(context.getBundles())
                .anyMatch(bundle -> bundle.getLocation().endsWith(end));
    }

    private static String whyNotInstalled(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            boolean bundle =
                    manifest != null
                            && manifest.getMainAttributes().getValue("Bundle-SymbolicName") != null;
            return bundle ? "it has not been installed yet" : NO_BUNDLE;
        } catch (IOException broken) {
            return "it is not a whole jar; perhaps it is still being copied";
        }
    }
}
