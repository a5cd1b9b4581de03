package relrep.kernels.tile;

import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts finished units of work over all threads. Only the calling thread uses the {@link Run}; the
 * others learn of a cancellation here.
 *
 * @param caller whether this is the calling thread's view
 */
record ProgressCounter(
        Run run, long total, AtomicLong done, AtomicBoolean stopped, boolean caller) {
    static ProgressCounter of(Run run, long total) {
        return new ProgressCounter(run, total, new AtomicLong(), new AtomicBoolean(), true);
    }

    /** Returns a counter without a run. */
    static ProgressCounter silent() {
        return of(Run.quiet(Seed.of(0)), 1);
    }

    ProgressCounter ofHelper() {
        return new ProgressCounter(run, total, done, stopped, false);
    }

    /** Counts one finished unit of work. */
    void tick() {
        done.incrementAndGet();
        look();
    }

    /** Reports progress on the calling thread; throws if the work was cancelled. */
    void look() {
        if (caller) {
            run.step(done.get(), total);
        } else if (stopped.get()) {
            throw new CancellationException();
        }
    }

    void stop() {
        stopped.set(true);
    }
}
