package relrep.kernels.tile;

import java.util.Arrays;

/**
 * Keeps, for each of a few queries, the candidates that may be among its <i>k</i> nearest: those
 * whose score could reach the <i>k</i>-th best so far. A full list is reduced with the float
 * scores, and if this removes too few, with the exact ones. The final candidates do not depend on
 * the order in which they come.
 */
final class TopKCandidates {
    private final Pairs pairs;
    private final int k;
    private final boolean others;
    private final int from;
    private final int room;
    private final int[] shelf;
    private final float[] scores;
    private final int[] filled;
    private final float[] bar;

    /**
     * Makes empty lists for the queries {@code from … from+count-1}.
     *
     * @param others whether candidate <i>i</i> is excluded for query <i>i</i>
     */
    TopKCandidates(Pairs pairs, int k, boolean others, int from, int count) {
        this.pairs = pairs;
        this.k = k;
        this.others = others;
        this.from = from;
        this.room = room(k);
        this.shelf = new int[count * room];
        this.scores = new float[count * room];
        this.filled = new int[count];
        this.bar = new float[count];
        for (int i = 0; i < count; i++) {
            bar[i] =
                    pairs.indifferent(from + i) ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
        }
    }

    /** Returns the number of candidates that a list holds. */
    static int room(int k) {
        return Math.max(32, 4 * k);
    }

    /**
     * Returns, for each query, the bound that the score of a candidate plus its slack must reach.
     */
    float[] bar() {
        return bar;
    }

    /** Adds a candidate to the list of query {@code from + i}. */
    void put(int i, int candidate, float score, ExactScores exact) {
        if ((others && candidate == from + i) || pairs.indifferent(from + i)) {
            return;
        }
        int at = i * room + filled[i]++;
        shelf[at] = candidate;
        scores[at] = score;
        if (filled[i] == room) {
            tidy(i, exact);
        }
    }

    private void tidy(int i, ExactScores exact) {
        float slack = pairs.querySlack(from + i);
        float[] lowest = new float[room];
        for (int t = 0; t < room; t++) {
            lowest[t] = scores[i * room + t] - pairs.candidateSlack(shelf[i * room + t]);
        }
        Arrays.sort(lowest);
        bar[i] = Math.max(bar[i], lowest[room - k] - 2 * slack);
        keepAbove(i);
        if (filled[i] > room / 4 * 3) {
            settle(i, exact);
        }
    }

    private void keepAbove(int i) {
        int kept = i * room;
        for (int at = i * room; at < (i + 1) * room; at++) {
            if (scores[at] + pairs.candidateSlack(shelf[at]) >= bar[i]) {
                shelf[kept] = shelf[at];
                scores[kept] = scores[at];
                kept++;
            }
        }
        filled[i] = kept - i * room;
    }

    /** Keeps the exact {@code k} nearest of a list, and the next one, which may be tied. */
    private void settle(int i, ExactScores exact) {
        Ranking ranking = rank(i, exact);
        double shift = pairs.shift(from + i);
        for (int t = 0; t < ranking.size(); t++) {
            shelf[i * room + t] = ranking.index(t);
            scores[i * room + t] = finite(ranking.score(t) + shift);
        }
        filled[i] = ranking.size();
        float worst = Math.nextDown(scores[i * room + k - 1]);
        bar[i] = Math.max(bar[i], worst - pairs.querySlack(from + i));
    }

    /**
     * Returns a finite bound. Rows outside the range of float32 have infinite slack, and infinity
     * minus infinity must be avoided.
     */
    private static float finite(double score) {
        return (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, score));
    }

    private Ranking rank(int i, ExactScores exact) {
        Ranking ranking = new Ranking(k + 1);
        for (int at = i * room; at < i * room + filled[i]; at++) {
            ranking.add(shelf[at], exact.score(from + i, shelf[at]));
        }
        return ranking;
    }

    /**
     * Writes the nearest of each query.
     *
     * @param result receives {@code k} numbers per query, for all queries
     * @param tied receives whether other candidates tie with the last of them, for all queries
     */
    void conclude(int[] result, boolean[] tied, ExactScores exact) {
        for (int i = 0; i < filled.length; i++) {
            int to = (from + i) * k;
            if (pairs.indifferent(from + i)) {
                first(i, result, to);
                tied[from + i] = pairs.candidateCount() - (others ? 1 : 0) > k;
                continue;
            }
            Ranking ranking = rank(i, exact);
            for (int t = 0; t < k; t++) {
                result[to + t] = ranking.index(t);
            }
            double last = ranking.score(k - 1);
            tied[from + i] = ranking.size() > k && last - ranking.score(k) <= exact.doubt(last);
        }
    }

    /** If all candidates are equally near, returns the first ones. */
    private void first(int i, int[] result, int to) {
        for (int t = 0; t < k; t++) {
            result[to + t] = others && t >= from + i ? t + 1 : t;
        }
    }
}
