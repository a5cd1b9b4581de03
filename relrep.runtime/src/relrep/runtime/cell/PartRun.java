package relrep.runtime.cell;

import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.workbench.progress.Cancellation;

/**
 * The run of one task. Its seed is given, not derived from the position of the task, and it has a
 * cancellation of its own.
 *
 * @param progress receives the progress
 * @param seed its seed
 * @param cancellation checked at every step
 */
public record PartRun(Run progress, Seed seed, Cancellation cancellation) implements Run {
    /** Returns the same run with another seed. */
    public PartRun with(Seed other) {
        return new PartRun(progress, other, cancellation);
    }

    @Override
    public void step(long done, long total) {
        cancellation.check();
        progress.step(done, total);
    }

    @Override
    public Run part(String name, double share) {
        return new PartRun(progress.part(name, share), seed.branch(name), cancellation);
    }

    @Override
    public void note(String sentence) {
        progress.note(sentence);
    }
}
