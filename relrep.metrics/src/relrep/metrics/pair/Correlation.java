package relrep.metrics.pair;

import relrep.api.run.Run;
import relrep.kernels.tile.PairSums;
import relrep.kernels.tile.PairTable;
import relrep.kernels.tile.PairValues;

/** The correlations of dissimilarities. */
public enum Correlation {
    /** Pearson's correlation of the values. */
    PEARSON {
        @Override
        double of(PairTable x, PairTable y, Run run) {
            return PairSums.of(x, y, run).pearson();
        }
    },
    /** Spearman's correlation of the ranks; equal values have their mean rank. */
    SPEARMAN {
        @Override
        double of(PairTable x, PairTable y, Run run) {
            int[] first = MidRanks.of(PairValues.of(x, run.part("first", .5)));
            return MidRanks.correlation(
                    first, MidRanks.of(PairValues.of(y, run.part("second", .5))));
        }
    },
    /** Kendall's tau-b: pairs in the same order minus pairs in opposite order. */
    KENDALL {
        @Override
        double of(PairTable x, PairTable y, Run run) {
            int[] first = MidRanks.of(PairValues.of(x, run.part("first", .5)));
            return Concordance.tau(first, MidRanks.of(PairValues.of(y, run.part("second", .5))));
        }
    };

    /** Returns the correlation of the values above the diagonals; NaN if one side is constant. */
    abstract double of(PairTable x, PairTable y, Run run);
}
