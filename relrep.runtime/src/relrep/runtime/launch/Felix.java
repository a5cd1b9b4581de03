package relrep.runtime.launch;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleRevision;

import relrep.runtime.calls.PluginCall;
import relrep.runtime.calls.PluginCalls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** A framework with the bundles that a command needs, and the service that tells what was asked. */
final class Felix implements AutoCloseable {
    private static final long STOP_MILLIS = 5_000;

    private static final long START_MILLIS = 5_000;
    private static final String INTERRUPT = "(relrep.interrupt=true)";

    private final Framework framework;
    private final Layout layout;
    private final boolean shell;
    private final boolean watching;
    private final List<String> unreadable = new ArrayList<>();

    Felix(Layout layout, Path storage, List<String> words) throws BundleException {
        FrameworkFactory factory =
                ServiceLoader.load(FrameworkFactory.class, Felix.class.getClassLoader())
                        .findFirst()
                        .orElseThrow();
        this.layout = layout;
        shell = command(words).equals("shell");
        watching = shell || words.contains("--wait");
        boolean traces = words.contains("--stacktrace");
        framework = factory.newFramework(Settings.of(layout, storage, watching, traces));
        framework.init();
    }

    /** Starts the framework and what the command needs; strangers' bundles last. */
    void start(List<String> words) throws BundleException, IOException {
        List<Bundle> own = install(Layout.jars(layout.always()));
        List<Bundle> strange = new ArrayList<>();
        if (shell) {
            // The command starts what it needs of them: Gogo's JLine bundle would open a terminal.
            install(Layout.jars(layout.shell()));
        }
        if (watching) {
            make(layout.plugins());
            strange.addAll(install(Layout.jars(layout.watcher())));
        } else {
            strange.addAll(plugins(layout.plugins()));
        }
        announce(words);
        framework.start();
        own.forEach(Felix::start);
        for (Bundle bundle : strange) {
            startAside(bundle);
        }
    }

    /** A bundle whose activator hangs, or a component of it, must not hang whoever starts it. */
    private void startAside(Bundle bundle) {
        Thread thread = new Thread(() -> start(bundle), "relrep start " + bundle);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(START_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            for (PluginCall call : new PluginCalls(context()::getBundles).of(List.of(thread))) {
                Launch.say(
                        "%s within %d s; the command goes on without it"
                                .formatted(call.unreturned(), START_MILLIS / 1_000));
            }
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

    /** Where it cannot be made nobody can drop anything in it either. */
    private static void make(Path watched) {
        try {
            Files.createDirectories(watched);
        } catch (IOException readOnly) {
            return;
        }
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

    private void announce(List<String> words) {
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

    /** Returns which plugins have not returned or end the process, one sentence, or nothing. */
    String unreturned() {
        PluginCalls calls = new PluginCalls(context()::getBundles);
        return calls.ending()
                .map(PluginCall::ended)
                .orElseGet(
                        () ->
                                calls.all().stream()
                                        .map(PluginCall::unreturned)
                                        .collect(Collectors.joining(" and ")));
    }

    /** Passes a Ctrl-C on to the shell; false where there is none that takes it. */
    boolean interrupted() {
        ServiceReference<?>[] shells = null;
        try {
            shells = context().getServiceReferences(Runnable.class.getName(), INTERRUPT);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (shells == null) {
            return false;
        }
        ((Runnable) context().getService(shells[0])).run();
        return true;
    }

    /** Stops the framework, and waits for that for a while. */
    void stop(long millis) throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws BundleException {
        stop(STOP_MILLIS);
    }
}
