package relrep.kernels.tile;

import relrep.api.run.Run;

import java.util.Arrays;

/**
 * Finds the neighbours of all points of a space within the space. Each pair is multiplied once and
 * used for both points. A panel of rows is compared with itself and with all rows after it.
 */
final class Mutual {
    /** The largest memory for the candidates of all rows. */
    private static final long MEMORY = 64L << 20;

    private static final int LOCKS = 256;

    private final Pairs pairs;
    private final Engine engine;
    private final Workers workers;
    private final int n;
    private final TopKCandidates[] shelves;
    private final float[][] highest;
    private final Object[] locks = new Object[LOCKS];

    Mutual(Pairs pairs, int k, boolean others, Machine machine) {
        this.pairs = pairs;
        this.n = pairs.queryCount();
        this.engine = machine.engine(n, n, pairs.width());
        this.workers = machine.workers();
        this.shelves = new TopKCandidates[(n + PairStream.QUERIES - 1) / PairStream.QUERIES];
        this.highest = new float[shelves.length][];
        Arrays.setAll(locks, lock -> new Object());
        for (int p = 0; p < shelves.length; p++) {
            int from = p * PairStream.QUERIES;
            int count = Math.min(PairStream.QUERIES, n - from);
            shelves[p] = new TopKCandidates(pairs, k, others, from, count);
            highest[p] = new float[count];
            for (int i = 0; i < count; i++) {
                highest[p][i] = pairs.offset(from + i) + pairs.candidateSlack(from + i);
            }
        }
    }

    /** Returns whether the candidates of all rows fit into this memory at once. */
    static boolean fits(int n, int k) {
        return (long) n * TopKCandidates.room(k) * (Integer.BYTES + Float.BYTES) <= MEMORY;
    }

    void run(int[] result, boolean[] tied, Run run) {
        int block = engine.blockRows();
        long ticks = 0;
        for (int p = 0; p < shelves.length; p++) {
            ticks += (n - p * PairStream.QUERIES + block - 1) / block;
        }
        workers.each(
                shelves.length,
                run,
                ticks,
                each -> {
                    Lane lane = new Lane(block);
                    return p -> lane.run(p, each);
                });
        workers.each(
                shelves.length,
                each -> p -> shelves[p].conclude(result, tied, new ExactScores(pairs)));
    }

    /** Scratch memory of one thread. */
    private final class Lane {
        private final int block;
        private final ExactScores exact = new ExactScores(pairs);
        private final Loops loops = engine.loops();
        private final int[] found = new int[PairStream.QUERIES];
        private final float[] left;
        private final Products memory = new Products();

        Lane(int block) {
            this.block = block;
            this.left = new float[block * pairs.width()];
        }

        void run(int p, ProgressCounter ticks) {
            int from = p * PairStream.QUERIES;
            int count = highest[p].length;
            Engine.Panel panel = pairs.panel(engine, from, count);
            for (int at = from; at < n; at += block) {
                int rows = Math.min(block, n - at);
                pairs.candidates(at, rows, left);
                int first = at;
                panel.multiply(left, rows, memory, (r, values) -> look(p, first + r, values));
                ticks.tick();
            }
        }

        private void look(int p, int row, float[] values) {
            forth(p, row, values);
            if (row >= p * PairStream.QUERIES + highest[p].length) {
                back(p, row, values);
            }
        }

        /** Uses a row as candidate for the panel's rows. */
        private void forth(int p, int row, float[] products) {
            float factor = pairs.factor(row);
            float offset = pairs.offset(row);
            float reach = offset + pairs.candidateSlack(row);
            int hits = loops.reaching(products, factor, reach, shelves[p].bar(), found);
            for (int h = 0; h < hits; h++) {
                put(p, found[h], row, products[found[h]] * factor + offset);
            }
        }

        /** Uses the panel's rows as candidates for a row. */
        private void back(int p, int row, float[] products) {
            int home = row / PairStream.QUERIES;
            int place = row % PairStream.QUERIES;
            float factor = pairs.factor(row);
            float[] bar = shelves[home].bar();
            int hits = loops.reached(products, factor, highest[p], bar[place], found);
            for (int h = 0; h < hits; h++) {
                float product = products[found[h]] * factor;
                if (product + highest[p][found[h]] >= bar[place]) {
                    int candidate = p * PairStream.QUERIES + found[h];
                    put(home, place, candidate, product + pairs.offset(candidate));
                }
            }
        }

        private void put(int p, int i, int candidate, float score) {
            synchronized (locks[i % LOCKS]) {
                shelves[p].put(i, candidate, score, exact);
            }
        }
    }
}
