package relrep.workbench.contract;

import relrep.api.run.CancelledException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A run as a plugin gets it: notes when a step says that the work is no longer wanted. A plugin may
 * let that signal pass, and may not make one up.
 *
 * @param run the run that is passed on
 * @param cancelled set when a step says so
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
