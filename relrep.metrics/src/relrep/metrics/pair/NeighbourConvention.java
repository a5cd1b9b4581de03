package relrep.metrics.pair;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.run.Run;
import relrep.kernels.tile.Closeness;
import relrep.kernels.tile.Neighbours;

import java.util.EnumSet;
import java.util.Set;

/** The conventions for the two sets of neighbours that are compared. */
public enum NeighbourConvention {
    /**
     * The source vector is looked up in both spaces. It is itself a row of the source, and so its
     * own neighbour there.
     */
    CROSS {
        @Override
        Neighbours first(Matrix source, Matrix target, int k, Closeness measure, Run run) {
            return Neighbours.among(source, source, k, measure, run);
        }

        @Override
        Neighbours second(Matrix source, Matrix target, int k, Closeness measure, Run run) {
            return Neighbours.among(source, target, k, measure, run);
        }
    },
    /** The target vector and the source vector are both looked up in the target. */
    TARGET_QUERY {
        @Override
        Neighbours first(Matrix source, Matrix target, int k, Closeness measure, Run run) {
            return Neighbours.among(target, target, k, measure, run);
        }

        @Override
        Neighbours second(Matrix source, Matrix target, int k, Closeness measure, Run run) {
            return Neighbours.among(source, target, k, measure, run);
        }
    },
    /** Each space is searched for the neighbours of its own vector, without the sample itself. */
    WITHIN {
        @Override
        Neighbours first(Matrix source, Matrix target, int k, Closeness measure, Run run) {
            return Neighbours.within(source, k, measure, run);
        }

        @Override
        Neighbours second(Matrix source, Matrix target, int k, Closeness measure, Run run) {
            return Neighbours.within(target, k, measure, run);
        }

        @Override
        Set<Invariance> invariances(Closeness measure) {
            return ofShape(measure);
        }
    },
    /**
     * Each space is searched for the neighbours of its own vector. The sample itself is the first,
     * so the two sets always share one neighbour.
     */
    WITHIN_SELF {
        @Override
        Neighbours first(Matrix source, Matrix target, int k, Closeness measure, Run run) {
            return Neighbours.among(source, source, k, measure, run);
        }

        @Override
        Neighbours second(Matrix source, Matrix target, int k, Closeness measure, Run run) {
            return Neighbours.among(target, target, k, measure, run);
        }

        @Override
        Set<Invariance> invariances(Closeness measure) {
            return ofShape(measure);
        }
    };

    /** The maps that do not change the neighbours within one space. */
    private static Set<Invariance> ofShape(Closeness measure) {
        Set<Invariance> invariances =
                EnumSet.of(
                        Invariance.ORTHOGONAL,
                        Invariance.PERMUTATION,
                        Invariance.ISOTROPIC_SCALING);
        if (measure == Closeness.EUCLIDEAN) {
            invariances.add(Invariance.TRANSLATION);
        }
        return invariances;
    }

    /** Returns the maps of the target that do not change either set. */
    Set<Invariance> invariances(Closeness measure) {
        return measure == Closeness.COSINE
                ? EnumSet.of(Invariance.ISOTROPIC_SCALING)
                : EnumSet.noneOf(Invariance.class);
    }

    abstract Neighbours first(Matrix source, Matrix target, int k, Closeness measure, Run run);

    abstract Neighbours second(Matrix source, Matrix target, int k, Closeness measure, Run run);
}
