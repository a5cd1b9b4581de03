package relrep.kernels.tile;

import relrep.api.data.Matrix;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Finds the nearest candidates of a few queries of one class. It goes over candidates in small
 * groups and keeps those that could be the nearest within the worst rounding error of float32 sums.
 * In the end these are compared in double. It is scratch memory of one thread.
 */
final class ClassNearestSearch {
    private static final double UNIT = 0x1p-24;
    private static final double UNDERFLOW = 1e-30;

    /** Beyond this square, float32 sums may overflow, so everything is decided in double. */
    private static final double WILD = 1e24;

    /** The number of candidates kept per query. */
    private static final int ROOM = 8;

    private final FloatBuffer queries;
    private final Engine engine;
    private final int[] result;
    private final int width;
    private final float[] query;
    private final float[] candidate;
    private final float[] mine;
    private final float[] other;
    private final Loops loops;
    private final int[] found = new int[PairStream.QUERIES];
    private final float[] slack = new float[PairStream.QUERIES];
    private final float[] bar = new float[PairStream.QUERIES];
    private final int[] filled = new int[PairStream.QUERIES];
    private final int[] kept = new int[PairStream.QUERIES * ROOM];
    private final float[] scores = new float[PairStream.QUERIES * ROOM];
    private float[] left = new float[0];
    private float[] products = new float[0];

    /**
     * Makes a search for many clusters.
     *
     * @param result receives the candidate of each query
     */
    ClassNearestSearch(Matrix queries, Engine engine, int[] result) {
        this.queries = queries.buffer();
        this.engine = engine;
        this.loops = engine.loops();
        this.result = result;
        this.width = queries.cols();
        this.query = new float[width];
        this.candidate = new float[width];
        this.mine = new float[width + 1];
        this.other = new float[width + 1];
    }

    /**
     * Finds the nearest candidates of these queries.
     *
     * @param guesses a candidate for each query to start from; a candidate of another class, or
     *     none, means no guess
     */
    void hold(Cluster cluster, int[] numbers, int[] guesses) {
        int count = numbers.length;
        float[] block = new float[Engine.padded(count) * (width + 1)];
        boolean wild = cluster.largest() > WILD;
        for (int i = 0; i < count; i++) {
            queries.get(numbers[i] * width, query);
            double square = Cluster.centre(query, cluster.mean(), block, i * (width + 1));
            block[i * (width + 1) + width] = 1;
            wild |= square > WILD;
            slack[i] = (float) ((width + 33) * UNIT * (square + cluster.largest()) + UNDERFLOW);
        }
        if (wild) {
            for (int number : numbers) {
                result[number] = plain(cluster, number);
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            int guess = cluster.find(guesses[numbers[i]]);
            double score = guess < 0 ? Float.NEGATIVE_INFINITY : score(cluster, guess, block, i);
            bar[i] = (float) (score - 2 * slack[i]);
        }
        Arrays.fill(filled, 0, count, 0);
        multiply(cluster, engine.panel(block, count, width + 1), numbers);
        for (int i = 0; i < count; i++) {
            result[numbers[i]] =
                    filled[i] == 1
                            ? cluster.rows()[kept[i * ROOM]]
                            : cluster.rows()[kept[i * ROOM + nearest(cluster, numbers[i], i)]];
        }
    }

    /** Returns the product of a query and a candidate without rounding. */
    private double score(Cluster cluster, int member, float[] block, int i) {
        int size = width + 1;
        System.arraycopy(block, i * size, mine, 0, size);
        System.arraycopy(cluster.values(), member * size, other, 0, size);
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += (double) mine[j] * other[j];
        }
        return sum;
    }

    private void multiply(Cluster cluster, Engine.Panel panel, int[] numbers) {
        int step = engine.blockRows();
        if (left.length < step * (width + 1)) {
            left = new float[step * (width + 1)];
        }
        if (products.length < step * panel.stride()) {
            products = new float[step * panel.stride()];
        }
        for (int at = 0; at < cluster.size(); at += step) {
            int rows = Math.min(step, cluster.size() - at);
            System.arraycopy(cluster.values(), at * (width + 1), left, 0, rows * (width + 1));
            panel.multiply(left, rows, products);
            for (int r = 0; r < rows; r += loops.group()) {
                int members = Math.min(loops.group(), rows - r);
                int stride = panel.stride();
                look(
                        cluster,
                        at + r,
                        new Loops.Some(r * stride, stride, members, numbers.length),
                        numbers);
            }
        }
    }

    private void look(Cluster cluster, int first, Loops.Some some, int[] numbers) {
        int open = loops.reaching(products, some, bar, found);
        for (int o = 0; o < open; o++) {
            int i = found[o];
            for (int g = 0; g < some.rows(); g++) {
                float score = products[some.at() + g * some.stride() + i];
                if (score >= bar[i]) {
                    bar[i] = Math.max(bar[i], score - 2 * slack[i]);
                    keep(cluster, numbers[i], i, first + g, score);
                }
            }
        }
    }

    private void keep(Cluster cluster, int number, int i, int member, float score) {
        if (filled[i] == ROOM) {
            tidy(cluster, number, i);
        }
        int at = i * ROOM + filled[i]++;
        kept[at] = member;
        scores[at] = score;
    }

    /**
     * Keeps only candidates that may still be the nearest; if they are too many, the nearest of
     * them.
     */
    private void tidy(Cluster cluster, int number, int i) {
        int from = i * ROOM;
        int count = 0;
        for (int t = from; t < from + ROOM; t++) {
            if (scores[t] >= bar[i]) {
                kept[from + count] = kept[t];
                scores[from + count++] = scores[t];
            }
        }
        filled[i] = count;
        if (count == ROOM) {
            int nearest = from + nearest(cluster, number, i);
            kept[from] = kept[nearest];
            scores[from] = scores[nearest];
            filled[i] = 1;
        }
    }

    /** Returns the nearest of the kept candidates, which are in rising order. */
    private int nearest(Cluster cluster, int number, int i) {
        queries.get(number * width, query);
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < filled[i]; t++) {
            if (scores[i * ROOM + t] >= bar[i]) {
                double square = square(cluster, kept[i * ROOM + t]);
                if (square < least) {
                    least = square;
                    nearest = t;
                }
            }
        }
        return nearest;
    }

    /** Returns the nearest of all candidates of the class, all in double. */
    private int plain(Cluster cluster, int number) {
        queries.get(number * width, query);
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < cluster.size(); t++) {
            double square = square(cluster, t);
            if (square < least) {
                least = square;
                nearest = t;
            }
        }
        return cluster.rows()[nearest];
    }

    private double square(Cluster cluster, int member) {
        cluster.untouched().get(cluster.rows()[member] * width, candidate);
        return ExactScores.squaredDistance(query, candidate);
    }
}
