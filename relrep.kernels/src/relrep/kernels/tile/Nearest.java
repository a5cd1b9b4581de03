package relrep.kernels.tile;

import java.util.Arrays;

/**
 * Keeps, for each query of a panel, the candidates that may be among its <i>k</i> nearest: those
 * whose score could reach the <i>k</i>-th best so far. A full shelf is tidied with the float
 * scores, and if that frees too little, with the exact ones.
 */
final class Nearest implements Sweep.Judge {
    private final Pairs pairs;
    private final Exact exact;
    private final int k;
    private final boolean others;
    private final int from;
    private final int count;
    private final int[] result;

    private final int room;
    private final int[] shelf;
    private final float[] scores;
    private final int[] filled;
    private final float[] bar;
    private final Loops loops;
    private final int[] found;

    /**
     * Prepares to watch.
     *
     * @param others whether candidate <i>i</i> is kept from query <i>i</i>
     * @param result gets {@code k} numbers a query, for all queries
     */
    Nearest(Pairs pairs, int k, boolean others, int from, int count, int[] result, Loops loops) {
        this.pairs = pairs;
        this.exact = new Exact(pairs);
        this.k = k;
        this.others = others;
        this.from = from;
        this.count = count;
        this.result = result;
        this.room = Math.max(32, 4 * k);
        this.shelf = new int[count * room];
        this.scores = new float[count * room];
        this.filled = new int[count];
        this.bar = new float[count];
        this.loops = loops;
        this.found = new int[count];
        Arrays.fill(bar, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < count; i++) {
            if (indifferent(i)) {
                bar[i] = Float.POSITIVE_INFINITY;
            }
        }
    }

    /** Tells whether all candidates are equally near. */
    private boolean indifferent(int i) {
        return pairs.closeness() == Closeness.COSINE && pairs.queryNorm(from + i) == 0;
    }

    @Override
    public void look(int candidate, float[] products) {
        float factor = pairs.factor(candidate);
        float offset = pairs.offset(candidate);
        float highest = offset + pairs.candidateSlack(candidate);
        int hits = loops.reaching(products, factor, highest, bar, found);
        for (int h = 0; h < hits; h++) {
            put(found[h], candidate, products[found[h]] * factor + offset);
        }
    }

    private void put(int i, int candidate, float score) {
        if (others && candidate == from + i || indifferent(i)) {
            return;
        }
        int at = i * room + filled[i]++;
        shelf[at] = candidate;
        scores[at] = score;
        if (filled[i] == room) {
            tidy(i);
        }
    }

    private void tidy(int i) {
        float slack = pairs.querySlack(from + i);
        float[] lowest = new float[room];
        for (int t = 0; t < room; t++) {
            lowest[t] = scores[i * room + t] - pairs.candidateSlack(shelf[i * room + t]);
        }
        Arrays.sort(lowest);
        bar[i] = Math.max(bar[i], lowest[room - k] - 2 * slack);
        keepAbove(i);
        if (filled[i] > room / 4 * 3) {
            settle(i);
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

    /** Keeps the exact {@code k} nearest of the shelf. */
    private void settle(int i) {
        Ranking ranking = rank(i);
        double shift = pairs.shift(from + i);
        for (int t = 0; t < ranking.size(); t++) {
            shelf[i * room + t] = ranking.index(t);
            scores[i * room + t] = (float) (ranking.score(t) + shift);
        }
        filled[i] = ranking.size();
        float worst = Math.nextDown(scores[i * room + k - 1]);
        bar[i] = Math.max(bar[i], worst - pairs.querySlack(from + i));
    }

    private Ranking rank(int i) {
        Ranking ranking = new Ranking(k);
        for (int at = i * room; at < i * room + filled[i]; at++) {
            ranking.add(shelf[at], exact.score(from + i, shelf[at]));
        }
        return ranking;
    }

    @Override
    public void conclude() {
        for (int i = 0; i < count; i++) {
            if (indifferent(i)) {
                first(i);
                continue;
            }
            Ranking ranking = rank(i);
            for (int t = 0; t < k; t++) {
                result[(from + i) * k + t] = ranking.index(t);
            }
        }
    }

    /** All being equal, the first ones are the nearest. */
    private void first(int i) {
        for (int t = 0; t < k; t++) {
            result[(from + i) * k + t] = others && t >= from + i ? t + 1 : t;
        }
    }
}
