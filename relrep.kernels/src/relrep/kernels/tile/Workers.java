package relrep.kernels.tile;

import relrep.api.run.Run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

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
     * @param progress told by the calling thread alone, which is where a cancel surfaces
     */
    void each(int count, Supplier<IntConsumer> worker, Progress progress) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Runnable loop =
                () -> {
                    IntConsumer piece = worker.get();
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        piece.accept(i);
                        done.incrementAndGet();
                    }
                };
        List<ForkJoinTask<?>> others = new ArrayList<>();
        for (int t = 1; t < Math.min(threads, count); t++) {
            others.add(ForkJoinPool.commonPool().submit(loop));
        }
        try {
            IntConsumer piece = worker.get();
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                piece.accept(i);
                progress.at(done.incrementAndGet());
            }
        } finally {
            next.set(count);
            others.forEach(ForkJoinTask::quietlyJoin);
        }
        others.forEach(ForkJoinTask::join);
    }

    /** Hears how many pieces are done. */
    @FunctionalInterface
    interface Progress {
        /** Nobody listens. */
        Progress NONE = done -> {};

        /** Says how many pieces of the work at hand are done. */
        void at(int done);

        /** Returns the progress of pieces {@code before …} of a run of {@code total}. */
        static Progress of(Run run, long before, long total) {
            return done -> run.step(before + done, total);
        }
    }
}
