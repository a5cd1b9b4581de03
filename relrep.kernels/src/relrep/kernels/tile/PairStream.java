package relrep.kernels.tile;

import relrep.api.run.Run;

import java.util.function.IntConsumer;

/**
 * Streams all candidates past panels of queries: how a question about all pairs is answered without
 * holding them. Panels are shared out among the threads.
 */
final class PairStream {
    /** Queries a panel: whole tiles. */
    static final int QUERIES = 480;

    private final Pairs pairs;
    private final Engine engine;
    private final Workers workers;

    PairStream(Pairs pairs, Machine machine) {
        this.pairs = pairs;
        this.engine = machine.engine(pairs.queryCount(), pairs.candidateCount(), pairs.width());
        this.workers = machine.workers();
    }

    /** Sees all candidates of a panel of queries, in rising order, on one thread. */
    interface Judge {
        /**
         * Looks at one candidate.
         *
         * @param products one a query; may be changed
         */
        void look(int candidate, float[] products);

        /** Has seen them all. */
        void conclude();
    }

    /** Makes the judge of the queries {@code from … from+count-1}. */
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

    /** One thread's scratch memory. */
    private final class Lane {
        private final int block;
        private final float[] left;
        private final Products memory = new Products();

        Lane(int block) {
            this.block = block;
            this.left = new float[block * pairs.width()];
        }

        void run(Bench bench, int from, Ticks ticks) {
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
