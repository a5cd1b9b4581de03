package relrep.kernels.tile;

import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts finished bits of work over all threads. Only the calling thread talks to the {@link Run};
 * the others learn here that the work is no longer wanted.
 *
 * @param caller whether this is the calling thread's view
 */
record Ticks(Run run, long total, AtomicLong done, AtomicBoolean stopped, boolean caller) {
    static Ticks of(Run run, long total) {
        return new Ticks(run, total, new AtomicLong(), new AtomicBoolean(), true);
    }

    /** Nobody listens. */
    static Ticks silent() {
        return of(Run.quiet(Seed.of(0)), 1);
    }

    Ticks ofHelper() {
        return new Ticks(run, total, done, stopped, false);
    }

    /** Says that a bit of work is done. */
    void tick() {
        done.incrementAndGet();
        look();
    }

    /** Looks whether the work is still wanted. */
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
