package relrep.metrics.pair;

import relrep.api.run.Run;
import relrep.kernels.tile.PairSums;
import relrep.kernels.tile.PairTable;
import relrep.kernels.tile.PairValues;

/** How dissimilarities are correlated. */
public enum Correlation {
    /** Their values. */
    PEARSON {
        @Override
        double of(PairTable x, PairTable y, Run run) {
            return PairSums.of(x, y, run).pearson();
        }
    },
    /** Their ranks; equal ones have their mean rank. */
    SPEARMAN {
        @Override
        double of(PairTable x, PairTable y, Run run) {
            int[] first = MidRanks.of(PairValues.of(x, run.part("first", .5)));
            return MidRanks.correlation(
                    first, MidRanks.of(PairValues.of(y, run.part("second", .5))));
        }
    },
    /** Pairs of them in the same order less those in opposite order, tau-b. */
    KENDALL {
        @Override
        double of(PairTable x, PairTable y, Run run) {
            int[] first = MidRanks.of(PairValues.of(x, run.part("first", .5)));
            return Concordance.tau(first, MidRanks.of(PairValues.of(y, run.part("second", .5))));
        }
    };

    /** Returns the correlation of what lies above the diagonals; NaN for constant ones. */
    abstract double of(PairTable x, PairTable y, Run run);
}
