package relrep.workbench.plugins;

import relrep.api.plugin.Invariance;
import relrep.api.similarity.PointSimilarity;

import java.util.Set;

/** A plugin that returns infinite or NaN values; a test puts it into a bundle of its own. */
public final class EndlessSimilarity implements PointSimilarity {
    @Override
    public double compare(float[] point, float[] anchor) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of();
    }
}
