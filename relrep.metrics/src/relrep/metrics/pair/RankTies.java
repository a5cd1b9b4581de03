package relrep.metrics.pair;

import relrep.kernels.tile.Ranks;

/** The rank of the right answer among equally close ones. */
public enum RankTies {
    /** The mean of the ranks of the tied answers. */
    MEAN {
        @Override
        double rank(Ranks ranks, int row) {
            return 1 + ranks.closer(row) + ranks.tied(row) / 2.;
        }
    },
    /** The first rank: ties favour the right answer. */
    OPTIMISTIC {
        @Override
        double rank(Ranks ranks, int row) {
            return 1. + ranks.closer(row);
        }
    },
    /** The last rank. */
    PESSIMISTIC {
        @Override
        double rank(Ranks ranks, int row) {
            return 1. + ranks.closer(row) + ranks.tied(row);
        }
    };

    /** Returns the rank of the right answer of one row, 1 or more. */
    abstract double rank(Ranks ranks, int row);
}
