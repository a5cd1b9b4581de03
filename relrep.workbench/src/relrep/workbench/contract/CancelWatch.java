package relrep.workbench.contract;

import relrep.api.run.CancelledException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A run that records whether it threw a cancellation. A plugin may pass a cancellation on, but may
 * not invent one.
 *
 * @param run the run that does the work
 * @param cancelled set when the run throws a cancellation
 */
record CancelWatch(Run run, AtomicBoolean cancelled) implements Run {
    @Override
    public Seed seed() {
        return run.seed();
    }

    @Override
    public void step(long done, long total) {
        try {
            run.step(done, total);
        } catch (CancelledException end) {
            cancelled.set(true);
            throw end;
        }
    }

    @Override
    public Run part(String name, double share) {
        return new CancelWatch(run.part(name, share), cancelled);
    }

    @Override
    public void note(String sentence) {
        run.note(sentence);
    }
}
