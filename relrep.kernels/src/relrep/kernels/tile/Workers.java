package relrep.kernels.tile;

import relrep.api.run.Run;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Runs numbered pieces of work on several threads. Each piece writes only to its own memory, and
 * the pieces do not depend on the threads. So the number of threads affects only the time.
 *
 * @param threads the number of threads, including the caller
 */
record Workers(int threads) {
    /** Returns workers with as many threads as processors. */
    static Workers all() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Runs pieces {@code 0 … count-1}, and returns when all are done.
     *
     * @param worker makes the function that runs one thread's pieces, with its scratch memory
     */
    void each(int count, Function<ProgressCounter, IntConsumer> worker) {
        each(count, ProgressCounter.silent(), worker);
    }

    /**
     * Runs pieces {@code 0 … count-1}, and returns when all are done.
     *
     * @param run receives the progress on the calling thread; a cancellation surfaces there as well
     * @param ticks the number of ticks of all pieces together
     */
    void each(int count, Run run, long ticks, Function<ProgressCounter, IntConsumer> worker) {
        each(count, ProgressCounter.of(run, ticks), worker);
    }

    /**
     * Runs the pieces. The caller first checks for a cancellation, since other threads may take all
     * pieces before it gets one.
     */
    private void each(
            int count, ProgressCounter ticks, Function<ProgressCounter, IntConsumer> worker) {
        ticks.look();
        AtomicInteger next = new AtomicInteger();
        HelperLatch gate = new HelperLatch();
        for (int t = 1; t < Math.min(threads, count); t++) {
            ForkJoinPool.commonPool()
                    .execute(() -> gate.through(() -> take(next, count, ticks.ofHelper(), worker)));
        }
        try {
            take(next, count, ticks, worker);
            gate.await(ticks);
        } finally {
            next.set(count);
            ticks.stop();
            gate.await(ProgressCounter.silent());
        }
    }

    private static void take(
            AtomicInteger next,
            int count,
            ProgressCounter ticks,
            Function<ProgressCounter, IntConsumer> worker) {
        IntConsumer piece = null;
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            piece = piece == null ? worker.apply(ticks) : piece;
            piece.accept(i);
        }
    }
}
