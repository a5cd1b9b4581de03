package relrep.workbench.plugins;

import relrep.api.plugin.Invariance;
import relrep.api.similarity.PointSimilarity;

import java.util.Set;

/** The superclass that is missing from the bundle. */
class LackingSimilarityBase implements PointSimilarity {
    @Override
    public double compare(float[] point, float[] anchor) {
        return 0;
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of();
    }
}
