package relrep.workbench.parallel;

import relrep.api.run.Run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Runs numbered pieces of work in parallel, on as many threads as there are processors. */
public final class ParallelFor {
    /** One piece of work. */
    @FunctionalInterface
    public interface Piece {
        /**
         * Does the piece. It may write only to its own memory.
         *
         * @param wanted returns whether the piece is still wanted; if not, the piece may stop
         */
        void go(int number, BooleanSupplier wanted);
    }

    private final int count;
    private final Piece piece;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean over;

    private ParallelFor(int count, Piece piece) {
        this.count = count;
        this.piece = piece;
    }

    /**
     * Does pieces {@code 0 … count-1} and returns when all are finished.
     *
     * @param run receives the progress from the calling thread, which also works; a cancellation
     *     there ends the work
     */
    public static void each(int count, Run run, Piece piece) {
        new ParallelFor(count, piece).all(run);
    }

    private void all(Run run) {
        List<Thread> helpers = new ArrayList<>();
        int threads = Math.min(count, Runtime.getRuntime().availableProcessors());
        for (int i = 1; i < threads; i++) {
            Thread helper = new Thread(this::help, Thread.currentThread().getName() + " " + i);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        boolean done = false;
        try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                run.step(i, count);
                piece.go(i, this::wanted);
            }
            done = failure.get() == null;
        } finally {
            over = !done;
            next.set(count);
            helpers.forEach(ParallelFor::join);
        }
        if (failure.get() instanceof RuntimeException failed) {
            throw failed;
        }
        if (failure.get() instanceof Error failed) {
            throw failed;
        }
        run.step(count, count);
    }

    private boolean wanted() {
        return !over && failure.get() == null;
    }

    private void help() {
        try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                piece.go(i, this::wanted);
            }
        } catch (RuntimeException | Error failed) {
            failure.compareAndSet(null, failed);
            next.set(count);
        }
    }

    private static void join(Thread helper) {
        boolean interrupted = false;
        while (helper.isAlive()) {
            try {
                helper.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
