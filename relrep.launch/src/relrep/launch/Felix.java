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

/** A framework with the bundles that a command needs, and the service that tells what was asked. */
final class Felix implements AutoCloseable {
    private static final long STOP_MILLIS = 5_000;

    /** How the threads are called that start strangers' bundles. */
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

    /** Starts the framework and what the command needs; strangers' bundles last. */
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

    /** A bundle whose activator hangs, or a component of it, does not hang whoever starts it. */
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
     * Strangers' bundles come last: whatever they need of relrep is there. The framework is asked
     * for all services, since classes of the bundle are others on this class path.
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

    /** Returns the first word that is no option, or nothing. */
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

    /** Where it cannot be made nobody can drop anything in it either. */
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

    PluginCalls calls() {
        return new PluginCalls(context()::getBundles);
    }

    /** Returns which plugins have not returned, one sentence, or nothing. */
    String unreturned() {
        return calls().all().stream()
                .map(PluginCall::unreturned)
                .collect(Collectors.joining(" and "));
    }

    /** Returns which plugin ends the process by System.exit, one sentence. */
    String ended() {
        return calls().ending().orElse(PluginCall.ENDED);
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

    /** Stops the framework, and waits for that for a while; tells whether it has. */
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
