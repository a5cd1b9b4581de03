package relrep.workbench.install;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.similarity.PointSimilarity;
import relrep.api.similarity.Similarity;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A similarity whose value is the major version of its bundle. It loads a class that it needs for
 * the value only when it is called, and works only while its bundle runs. The test packs both
 * classes into bundles.
 */
public final class Numbered implements BundleActivator, PointSimilarity {
    private final AtomicBoolean running = new AtomicBoolean();
    private ServiceRegistration<?> registration;
    private int number;

    /** Loaded late. */
    static final class Late {
        private Late() {}

        static double value(int number) {
            return number;
        }
    }

    @Override
    public void start(BundleContext context) {
        number = context.getBundle().getVersion().getMajor();
        if (context.getBundle().getHeaders().get("Fails") != null) {
            throw new IllegalStateException("no licence file");
        }
        running.set(true);
        registration =
                context.registerService(
                        Similarity.class,
                        this,
                        FrameworkUtil.asDictionary(
                                Map.of(Plugin.NAME, "numbered", Plugin.DESCRIPTION, "a number")));
    }

    @Override
    public void stop(BundleContext context) {
        registration.unregister();
        running.set(false);
    }

    @Override
    public double compare(float[] point, float[] anchor) {
        if (!running.get()) {
            throw new IllegalStateException("the bundle of version " + number + " has stopped");
        }
        return Late.value(number);
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of();
    }
}
