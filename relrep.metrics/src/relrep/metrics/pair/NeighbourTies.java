package relrep.metrics.pair;

import relrep.api.run.Run;
import relrep.kernels.tile.Neighbours;

/** Who counts as a neighbour among candidates that are as near as the last one. */
public enum NeighbourTies {
    /**
     * Each in part, as often as a draw would choose it. The draws of two spaces know nothing of
     * each other, so ties overlap as they would by chance.
     */
    MEAN {
        @Override
        double[] overlap(Neighbours here, Neighbours there, Run run) {
            return here.overlap(there, run);
        }
    },
    /**
     * The one in the lower row, as in the answer of an index. In two spaces with many equal rows
     * these are the same ones, which raises the overlap above that of chance.
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

    /** Returns how many neighbours each sample has here and there. */
    abstract double[] overlap(Neighbours here, Neighbours there, Run run);
}
