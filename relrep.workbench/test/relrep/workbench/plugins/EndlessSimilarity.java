package relrep.workbench.plugins;

import relrep.api.plugin.Invariance;
import relrep.api.similarity.PointSimilarity;

import java.util.Set;

/** A plugin that a test puts into a bundle of its own, and whose numbers are none. */
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
