package relrep.metrics.pair;

import relrep.api.run.Run;
import relrep.kernels.tile.Neighbours;

/** The treatment of candidates that tie with the last neighbour. */
public enum NeighbourTies {
    /**
     * Each counts in part, by the probability of a random choice. The choices in two spaces are
     * independent, so ties overlap by chance only.
     */
    MEAN {
        @Override
        double[] overlap(Neighbours here, Neighbours there, Run run) {
            return here.overlap(there, run);
        }
    },
    /**
     * The one with the lower row number counts, as in the answer of an index. Two spaces with many
     * equal rows then choose the same ones, which raises the overlap above chance.
     */
    LOWER_ROW {
        @Override
        double[] overlap(Neighbours here, Neighbours there, Run run) {
            double[] overlap = new double[here.size()];
            for (int i = 0; i < overlap.length; i++) {
                overlap[i] = here.shared(there, i);
            }
            return overlap;
        }
    };

    /** Returns, for each sample, the number of neighbours in both sets. */
    abstract double[] overlap(Neighbours here, Neighbours there, Run run);
}
