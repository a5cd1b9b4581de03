package relrep.itest.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.similarity.PointSimilarity;
import relrep.api.similarity.Similarity;

import java.util.Map;
import java.util.Set;

/**
 * A third-party similarity: the city block distance, with the major version of its bundle as the
 * length of a block. The tests pack this class into bundles.
 */
public final class Blocks implements BundleActivator, PointSimilarity {
    private int length;

    @Override
    public void start(BundleContext context) {
        length = context.getBundle().getVersion().getMajor();
        Map<String, String> properties =
                Map.of(Plugin.NAME, "blocks", Plugin.DESCRIPTION, "a distance in square blocks");
        context.registerService(Similarity.class, this, FrameworkUtil.asDictionary(properties));
    }

    @Override
    public void stop(BundleContext context) {}

    @Override
    public double compare(float[] point, float[] anchor) {
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            sum += Math.abs(point[i] - anchor[i]);
        }
        return length * sum;
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of(Invariance.PERMUTATION, Invariance.TRANSLATION);
    }

    @Override
    public Sense sense() {
        return Sense.LARGER_IS_FARTHER;
    }
}
