package relrep.kernels.tile;

import relrep.api.run.Run;

import java.util.function.IntConsumer;

/**
 * Passes all candidates to panels of queries, for computations over all pairs without storing them.
 * The threads share the panels.
 */
final class PairStream {
    /** The queries in a panel, a multiple of the tile size. */
    static final int QUERIES = 480;

    private final Pairs pairs;
    private final Engine engine;
    private final Workers workers;

    PairStream(Pairs pairs, Machine machine) {
        this.pairs = pairs;
        this.engine = machine.engine(pairs.queryCount(), pairs.candidateCount(), pairs.width());
        this.workers = machine.workers();
    }

    /** Receives all candidates for a panel of queries, in rising order, on one thread. */
    interface Judge {
        /**
         * Receives one candidate.
         *
         * @param products one product per query; may be changed
         */
        void look(int candidate, float[] products);

        /** Called after the last candidate. */
        void conclude();
    }

    /** Makes the judge for the queries {@code from … from+count-1}. */
    interface Bench {
        Judge judge(int from, int count, Loops loops);
    }

    void run(Bench bench, Run run) {
        int block = engine.blockRows();
        int panels = (pairs.queryCount() + QUERIES - 1) / QUERIES;
        int blocks = (pairs.candidateCount() + block - 1) / block;
        workers.each(
                panels,
                run,
                (long) panels * blocks,
                ticks -> {
                    Lane lane = new Lane(block);
                    IntConsumer panel = p -> lane.run(bench, p * QUERIES, ticks);
                    return panel;
                });
    }

    /** Scratch memory of one thread. */
    private final class Lane {
        private final int block;
        private final float[] left;
        private final Products memory = new Products();

        Lane(int block) {
            this.block = block;
            this.left = new float[block * pairs.width()];
        }

        void run(Bench bench, int from, ProgressCounter ticks) {
            int count = Math.min(QUERIES, pairs.queryCount() - from);
            Engine.Panel panel = pairs.panel(engine, from, count);
            Judge judge = bench.judge(from, count, engine.loops());
            for (int at = 0; at < pairs.candidateCount(); at += block) {
                int rows = Math.min(block, pairs.candidateCount() - at);
                pairs.candidates(at, rows, left);
                int first = at;
                panel.multiply(left, rows, memory, (r, values) -> judge.look(first + r, values));
                ticks.tick();
            }
            judge.conclude();
        }
    }
}
