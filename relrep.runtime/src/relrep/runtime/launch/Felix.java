package relrep.runtime.launch;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleRevision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.ServiceLoader;

/** A framework with the bundles that a command needs, and the service that tells what was asked. */
final class Felix implements AutoCloseable {
    private static final long STOP_MILLIS = 5_000;

    private final Framework framework;
    private final List<String> unreadable = new ArrayList<>();

    Felix(Layout layout, Path storage, List<String> words) throws BundleException, IOException {
        FrameworkFactory factory =
                ServiceLoader.load(FrameworkFactory.class, Felix.class.getClassLoader())
                        .findFirst()
                        .orElseThrow();
        boolean shell = command(words).equals("shell");
        boolean watching = shell || words.contains("--wait");
        boolean traces = words.contains("--stacktrace");
        framework = factory.newFramework(Settings.of(layout, storage, watching, traces));
        framework.init();
        List<Bundle> bundles = new ArrayList<>(install(Layout.jars(layout.always())));
        if (shell) {
            // The command starts what it needs of them: Gogo's JLine bundle would open a terminal.
            install(Layout.jars(layout.shell()));
        }
        if (watching) {
            Files.createDirectories(layout.plugins());
            bundles.addAll(install(Layout.jars(layout.watcher())));
        } else {
            bundles.addAll(plugins(layout.plugins()));
        }
        announce(layout, words, watching);
        framework.start();
        for (Bundle bundle : bundles) {
            start(bundle);
        }
    }

    /** Returns the first word that is no option, or nothing. */
    static String command(List<String> words) {
        return words.stream().filter(word -> !word.startsWith("-")).findFirst().orElse("");
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    private List<Bundle> install(List<Path> jars) throws BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : jars) {
            bundles.add(context().installBundle("reference:" + jar.toUri()));
        }
        return bundles;
    }

    /** Strangers' jars: one that cannot be read harms nobody else. */
    private List<Bundle> plugins(Path folder) throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : Layout.jars(folder)) {
            try {
                bundles.addAll(install(List.of(jar)));
            } catch (BundleException e) {
                unreadable.add(jar.getFileName() + ": " + e.getMessage());
            }
        }
        return bundles;
    }

    private void announce(Layout layout, List<String> words, boolean watching) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("relrep.arguments", words.toArray(String[]::new));
        properties.put("relrep.home", layout.home().toString());
        properties.put("relrep.plugins", layout.plugins().toString());
        properties.put("relrep.watching", watching);
        properties.put("relrep.unreadable", unreadable.toArray(String[]::new));
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start -> properties.put("relrep.started", start.toEpochMilli()));
        context().registerService(Object.class, new Object(), properties);
    }

    /** A bundle that does not start stays as it is: the commands tell why. */
    private static void start(Bundle bundle) {
        boolean fragment =
                (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        if (!fragment && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
            try {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            } catch (BundleException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
