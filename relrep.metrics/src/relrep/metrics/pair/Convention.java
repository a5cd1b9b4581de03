package relrep.metrics.pair;

import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.kernels.tile.Closeness;
import relrep.kernels.tile.Neighbours;

/** Which two sets of neighbours are compared. */
public enum Convention {
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
    /** Each space is asked for the neighbours of its own vector among the others. */
    WITHIN {
        @Override
        Neighbours first(Matrix source, Matrix target, int k, Closeness measure, Run run) {
            return Neighbours.within(source, k, measure, run);
        }

        @Override
        Neighbours second(Matrix source, Matrix target, int k, Closeness measure, Run run) {
            return Neighbours.within(target, k, measure, run);
        }
    };

    abstract Neighbours first(Matrix source, Matrix target, int k, Closeness measure, Run run);

    abstract Neighbours second(Matrix source, Matrix target, int k, Closeness measure, Run run);
}
