package relrep.launch;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleRevision;

import relrep.workbench.calls.PluginCall;
import relrep.workbench.calls.PluginCalls;
import relrep.workbench.trust.Trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * The Felix framework with the bundles that a command needs. It registers the service that
 * describes the command line.
 */
final class Felix implements AutoCloseable {
    private static final long STOP_MILLIS = 5_000;

    /** The name prefix of the threads that start third-party bundles. */
    private static final String STARTER = "relrep start ";

    private static final String INTERRUPT = "(relrep.interrupt=true)";

    private final Framework framework;
    private final Layout layout;
    private final Trust trust;
    private final boolean shell;
    private final boolean watching;

    Felix(Layout layout, Path storage, List<String> words, Trust trust) throws BundleException {
        FrameworkFactory factory =
                ServiceLoader.load(FrameworkFactory.class, Felix.class.getClassLoader())
                        .findFirst()
                        .orElseThrow();
        this.layout = layout;
        this.trust = trust;
        shell = command(words).equals("shell");
        watching = shell || words.contains("--wait");
        boolean traces = words.contains("--stacktrace");
        framework = factory.newFramework(Settings.of(layout, storage, watching, traces));
        framework.init();
        if (trust.listedOnly()) {
            context()
                    .registerService(
                            ResolverHookFactory.class,
                            new TrustedOnly(layout.dist(), storage, trust),
                            null);
        }
    }

    /**
     * Starts the framework and the bundles that the command needs. Third-party bundles start last.
     */
    void start(List<String> words, AtomicReference<Thread> lastWord, AtomicReference<Integer> exit)
            throws BundleException, IOException {
        List<Bundle> own = new ArrayList<>(install(Layout.jars(layout.always())));
        if (shell) {
            // The command starts what it needs of them: Gogo's JLine bundle would open a terminal.
            install(Layout.jars(layout.shell()));
        }
        if (watching) {
            make(layout.plugins());
            make(layout.experiments());
            own.addAll(install(Layout.jars(layout.watcher())));
        }
        announce(words, lastWord, exit);
        framework.start();
        own.forEach(Felix::start);
        context().registerService(WeavingHook.class, new ExitWeavingHook(layout.dist()), null);
        installPlugins();
        tellWhoHangs();
    }

    /**
     * Reports third-party bundles that hang in an activator or a component, instead of waiting for
     * them.
     */
    private void tellWhoHangs() {
        List<Thread> threads =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith(STARTER))
                        .toList();
        if (!threads.isEmpty()) {
            for (PluginCall call : calls().of(threads)) {
                Launch.say(
                        "%s within 5 s; the command goes on without it"
                                .formatted(call.unreturned()));
            }
        }
    }

    /**
     * Installs and starts the plugins. They come last, when everything that they need of relrep is
     * running. The search includes services whose classes this class path loads differently from
     * the bundle.
     */
    private void installPlugins() {
        try {
            ServiceReference<?>[] found =
                    context()
                            .getAllServiceReferences(
                                    Runnable.class.getName(), "(relrep.install=true)");
            if (found != null) {
                ((Runnable) context().getService(found[0])).run();
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the first word that is not an option; empty if there is none. */
    static String command(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            boolean value = i > 0 && words.get(i - 1).equals(Trust.OPTION);
            if (!value && !words.get(i).startsWith("-")) {
                return words.get(i);
            }
        }
        return "";
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

    /**
     * Creates the watched folder. If this fails, nobody can put files there, so the failure does
     * not matter.
     */
    private static void make(Path watched) {
        try {
            Files.createDirectories(watched);
        } catch (IOException readOnly) {
            return;
        }
    }

    private void announce(
            List<String> words, AtomicReference<Thread> lastWord, AtomicReference<Integer> exit) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("relrep.arguments", words.toArray(String[]::new));
        properties.put("relrep.home", layout.home().toString());
        properties.put("relrep.plugins", layout.plugins().toString());
        properties.put("relrep.experiments", layout.experiments().toString());
        properties.put("relrep.watching", watching);
        properties.put("relrep.shell", command(words).equals("shell"));
        properties.put("relrep.listed", trust.listedOnly());
        properties.put("relrep.lastword", lastWord);
        properties.put("relrep.exit", exit);
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start -> properties.put("relrep.started", start.toEpochMilli()));
        context()
                .registerService(
                        Object.class, new Object(), FrameworkUtil.asDictionary(properties));
    }

    /** Starts a bundle. A bundle that does not start stays installed: the commands explain why. */
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

    PluginCalls calls() {
        return new PluginCalls(context()::getBundles);
    }

    /** Returns one sentence with the plugins that have not returned; empty if there are none. */
    String unreturned() {
        return calls().all().stream()
                .map(PluginCall::unreturned)
                .collect(Collectors.joining(" and "));
    }

    /** Returns one sentence with the plugin that ends the process by System.exit. */
    String ended() {
        return calls().ending().orElse(PluginCall.ENDED);
    }

    /** Passes a Ctrl-C on to the shell; false when no shell takes it. */
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

    /** Stops the framework and waits for a limited time. Returns whether it has stopped. */
    boolean stop(long millis) throws BundleException {
        framework.stop();
        try {
            return framework.waitForStop(millis).getType() != FrameworkEvent.WAIT_TIMEDOUT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws BundleException {
        if (!stop(STOP_MILLIS)) {
            String hanging = context() == null ? "" : unreturned();
            Launch.say(
                    "every bundle must stop within %d s, and %s"
                            .formatted(
                                    STOP_MILLIS / 1_000,
                                    hanging.isEmpty() ? "one did not" : hanging));
        }
    }
}
