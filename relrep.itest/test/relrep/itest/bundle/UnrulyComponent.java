package relrep.itest.bundle;

import relrep.api.plugin.Invariance;
import relrep.api.similarity.PointSimilarity;

import java.util.Set;

/** A similarity that misbehaves while Declarative Services creates it: see {@link Unruly#WHAT}. */
public final class UnrulyComponent implements PointSimilarity {
    static {
        Unruly.behave("initialiser");
    }

    /** Is made. */
    public UnrulyComponent() {
        Unruly.behave("constructor");
    }

    @Override
    public double compare(float[] point, float[] anchor) {
        return point[0] * anchor[0];
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of();
    }
}
