package relrep.itest.bundle;

import relrep.api.plugin.Invariance;
import relrep.api.similarity.PointSimilarity;

import java.util.Set;

/** A similarity that cannot be created. */
public final class Failing implements PointSimilarity {
    /** Always fails. */
    public Failing() {
        throw new IllegalStateException("there is no licence file");
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
