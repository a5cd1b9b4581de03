package relrep.kernels.tile;

import relrep.api.run.Run;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Does numbered pieces of work on several threads. Each piece writes what is its own, and pieces
 * are cut without regard to the threads, so the number of threads shows in the time alone.
 *
 * @param threads how many, the caller among them
 */
record Workers(int threads) {
    /** As many threads as processors. */
    static Workers all() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Does pieces {@code 0 … count-1}, and returns when all are done.
     *
     * @param worker makes what one thread does its pieces with, scratch memory included
     */
    void each(int count, Function<Ticks, IntConsumer> worker) {
        each(count, Ticks.silent(), worker);
    }

    /**
     * Does pieces {@code 0 … count-1}, and returns when all are done.
     *
     * @param run hears of the progress on the calling thread, where a cancel surfaces too
     * @param ticks how many times the pieces will tick in all
     */
    void each(int count, Run run, long ticks, Function<Ticks, IntConsumer> worker) {
        each(count, Ticks.of(run, ticks), worker);
    }

    /** The caller looks first: others may have taken all pieces before it comes to one. */
    private void each(int count, Ticks ticks, Function<Ticks, IntConsumer> worker) {
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
            gate.await(Ticks.silent());
        }
    }

    private static void take(
            AtomicInteger next, int count, Ticks ticks, Function<Ticks, IntConsumer> worker) {
        IntConsumer piece = null;
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            piece = piece == null ? worker.apply(ticks) : piece;
            piece.accept(i);
        }
    }
}
