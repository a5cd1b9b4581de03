package relrep.itest.felix;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.cm.ConfigurationAdmin;

import relrep.api.data.Matrix;
import relrep.api.similarity.Similarity;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shell commands with which tests inspect a running framework. They print, since tests drive the
 * shell through its streams. The tests pack this class into a bundle.
 */
public final class Probe implements BundleActivator {
    /** What it prints when it can be used. */
    static final String UP = "the probe is up";

    private static final long COLLECTING_MILLIS = 100;
    private static final int COLLECTIONS = 100;

    private final Set<Reference<?>> loaders = new HashSet<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
    private BundleContext context;

    @Override
    public void start(BundleContext bundleContext) {
        context = bundleContext;
        Map<String, Object> properties =
                Map.of(
                        "osgi.command.scope",
                        "probe",
                        "osgi.command.function",
                        new String[] {
                            "await", "gone", "value", "watch", "reachable", "natives", "declare"
                        });
        context.registerService(Object.class, this, FrameworkUtil.asDictionary(properties));
        // To the process's own output: System.out is a command's, and here there is none.
        new PrintStream(new FileOutputStream(FileDescriptor.out), true).println(UP);
    }

    @Override
    public void stop(BundleContext bundleContext) {}

    /** Waits for a similarity of this name from a bundle of this version. */
    public void await(String name, String version) throws Exception {
        print(arrives("(relrep.name=" + name + ")", version) ? "there" : "not there");
    }

    /** Waits until no similarity has this name. */
    public void gone(String name) throws Exception {
        print(arrives("(relrep.name=" + name + ")", "") ? "gone" : "still there");
    }

    /**
     * Waits at most ten seconds until the services are so. Events alone do not say so: a service is
     * still there while it is said to go, and one of an older version may go later.
     */
    private boolean arrives(String filter, String version) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!current(filter).equals(version)) {
            if (System.nanoTime() > end) {
                return false;
            }
            never.await(20, TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private String current(String filter) throws Exception {
        ServiceReference<?>[] found = context.getAllServiceReferences(null, filter);
        return found == null ? "" : version(found[0]);
    }

    private static String version(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        return bundle == null ? "" : bundle.getVersion().toString();
    }

    /** Prints the similarity of (1, 2) and (4, 6). */
    public void value(String name) throws Exception {
        String filter = "(relrep.name=" + name + ")";
        ServiceReference<Similarity> reference =
                context.getServiceReferences(Similarity.class, filter).iterator().next();
        Similarity similarity = context.getService(reference);
        try {
            Matrix result = similarity.compare(Matrix.of(1, 2, 1, 2), Matrix.of(1, 2, 4, 6));
            print(String.valueOf(result.get(0, 0)));
        } finally {
            context.ungetService(reference);
        }
    }

    /** Remembers the class loader of a bundle, the newest of its name, without holding it. */
    public void watch(String symbolicName) {
        Bundle newest = null;
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().equals(symbolicName)) {
                newest = bundle;
            }
        }
        ClassLoader loader = newest.adapt(BundleWiring.class).getClassLoader();
        loaders.add(new PhantomReference<>(loader, collected));
        print("watching " + loaders.size());
    }

    /** Prints how many of the remembered class loaders are reachable. */
    public void reachable() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS && loaders.size() > 1; i++) {
            System.gc();
            Reference<?> reference = collected.remove(COLLECTING_MILLIS);
            while (reference != null) {
                loaders.remove(reference);
                reference = collected.poll();
            }
        }
        print(loaders.size() + " reachable");
    }

    /** Prints the native libraries of ND4J and OpenBLAS that this process has mapped. */
    public void natives() throws Exception {
        Pattern library = Pattern.compile(".*?(/\\S*/(lib(?:nd4jcpu|openblas)\\S*\\.so\\S*))");
        Set<String> files = new HashSet<>();
        for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
            Matcher matcher = library.matcher(line);
            if (matcher.matches()) {
                files.add(matcher.group(2));
            }
        }
        print("natives " + List.copyOf(new TreeSet<>(files)));
    }

    /** Makes a factory configuration of an experiment, with one setting. */
    public void declare(String name, String key, String value) throws Exception {
        ServiceReference<ConfigurationAdmin> reference =
                context.getServiceReference(ConfigurationAdmin.class);
        context.getService(reference)
                .getFactoryConfiguration("relrep.experiment", name, "?")
                .update(FrameworkUtil.asDictionary(Map.of(key, value)));
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
