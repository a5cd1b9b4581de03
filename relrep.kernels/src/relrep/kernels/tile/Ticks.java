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
record Ticks(Run run, long total, AtomicLong done, AtomicBoolean stopped, boolean caller) {
    static Ticks of(Run run, long total) {
        return new Ticks(run, total, new AtomicLong(), new AtomicBoolean(), true);
    }

    /** Returns a counter without a run. */
    static Ticks silent() {
        return of(Run.quiet(Seed.of(0)), 1);
    }

    Ticks ofHelper() {
        return new Ticks(run, total, done, stopped, false);
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
