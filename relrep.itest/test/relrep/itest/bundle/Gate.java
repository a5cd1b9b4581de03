package relrep.itest.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.similarity.PointSimilarity;
import relrep.api.similarity.Similarity;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * A similarity that prints when it is used, and then waits until it is removed, if the environment
 * has {@value #CLOSED}.
 */
public final class Gate implements BundleActivator, PointSimilarity {
    /** The variable that closes the gate. */
    public static final String CLOSED = "RELREP_ITEST_GATE";

    /** What it says when it is used. */
    public static final String REACHED = "the gate is reached";

    private final CountDownLatch used = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private ServiceRegistration<Similarity> registration;

    @Override
    public void start(BundleContext context) {
        Map<String, String> properties =
                Map.of(Plugin.NAME, "gate", Plugin.DESCRIPTION, "a similarity that waits");
        registration =
                context.registerService(
                        Similarity.class, this, FrameworkUtil.asDictionary(properties));
    }

    /** Leaves first, as a component does, and only then releases the waiting thread. */
    @Override
    public void stop(BundleContext context) {
        registration.unregister();
        opened.countDown();
    }

    @Override
    public double compare(float[] point, float[] anchor) {
        if (System.getenv(CLOSED) != null) {
            await();
        }
        return point[0] * anchor[0];
    }

    private void await() {
        if (used.getCount() > 0) {
            used.countDown();
            // To the process's own output: System.out of a plugin is not that.
            new PrintStream(new FileOutputStream(FileDescriptor.out), true).println(REACHED);
        }
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of();
    }
}
