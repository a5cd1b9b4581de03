package relrep.kernels.tile;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * The probability of each candidate to be among the <i>k</i> nearest of a query when ties with the
 * last one are broken at random. It is 1 for nearer candidates, 0 for farther ones, and equal for
 * all tied ones. It is scratch memory of one thread.
 */
final class TieProbability {
    private final Pairs pairs;
    private final boolean others;
    private final IntFunction<int[]> nearest;
    private final IntPredicate tied;
    private final ExactScores exact;
    private final double[] odds;

    /**
     * Makes it.
     *
     * @param others whether candidate <i>i</i> does not count as a neighbour of query <i>i</i>
     * @param nearest the <i>k</i> nearest of a query, nearest first
     * @param tied whether other candidates tie with the last of them
     */
    TieProbability(Pairs pairs, boolean others, IntFunction<int[]> nearest, IntPredicate tied) {
        this.pairs = pairs;
        this.others = others;
        this.nearest = nearest;
        this.tied = tied;
        this.exact = new ExactScores(pairs);
        this.odds = new double[pairs.candidateCount()];
    }

    /** Computes the probabilities of one query; those of the query before are lost. */
    TieProbability of(int query) {
        int[] near = nearest.apply(query);
        if (!tied.test(query)) {
            Arrays.fill(odds, 0);
            for (int candidate : near) {
                odds[candidate] = 1;
            }
        } else if (pairs.indifferent(query)) {
            Arrays.fill(odds, near.length / (double) (odds.length - (others ? 1 : 0)));
        } else {
            share(query, near);
        }
        if (others) {
            odds[query] = 0;
        }
        return this;
    }

    private void share(int query, int[] near) {
        double last = exact.score(query, near[near.length - 1]);
        double doubt = exact.doubt(last);
        int room = near.length;
        int equals = 0;
        for (int j = 0; j < odds.length; j++) {
            double ahead = others && j == query ? -1 - doubt : exact.score(query, j) - last;
            odds[j] = ahead > doubt ? 1 : ahead >= -doubt ? Double.NaN : 0;
            room -= ahead > doubt ? 1 : 0;
            equals += Double.isNaN(odds[j]) ? 1 : 0;
        }
        for (int j = 0; j < odds.length; j++) {
            odds[j] = Double.isNaN(odds[j]) ? room / (double) equals : odds[j];
        }
    }

    /** Returns the expected number of candidates that are near in both sets. */
    double with(TieProbability there) {
        double sum = 0;
        for (int j = 0; j < odds.length; j++) {
            sum += odds[j] * there.odds[j];
        }
        return sum;
    }
}
