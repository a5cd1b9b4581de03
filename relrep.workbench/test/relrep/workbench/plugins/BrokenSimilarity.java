package relrep.workbench.plugins;

import relrep.api.plugin.Invariance;
import relrep.api.similarity.PointSimilarity;

import java.util.Set;

/** A plugin that cannot be created. */
public final class BrokenSimilarity implements PointSimilarity {
    /** Refuses. */
    public BrokenSimilarity() {
        throw new IllegalStateException("no licence file");
    }

    @Override
    public double compare(float[] point, float[] anchor) {
        return 0;
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of();
    }
}
