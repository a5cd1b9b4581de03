package relrep.api.tck;

import relrep.api.run.CancelledException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A run that counts its steps and is cancelled at a chosen one. */
final class Counting implements Run {
    private final Run run;
    private final AtomicInteger steps;
    private final int last;

    Counting(Run run, int last) {
        this(run, new AtomicInteger(), last);
    }

    private Counting(Run run, AtomicInteger steps, int last) {
        this.run = run;
        this.steps = steps;
        this.last = last;
    }

    /** Checks that work that reports steps ends when it is cancelled at the third step. */
    static void requireCancel(Trial t, Consumer<Run> work) {
        Counting counting = new Counting(t.run(), Integer.MAX_VALUE);
        work.accept(counting);
        int steps = counting.steps.get();
        t.require(steps > 0, "run.step must be called at least once, it never was");
        int third = Math.min(3, steps);
        try {
            work.accept(new Counting(t.run(), third));
        } catch (CancelledException e) {
            return;
        }
        throw new AssertionError("a cancel at step %d of %d must end it".formatted(third, steps));
    }

    @Override
    public Seed seed() {
        return run.seed();
    }

    @Override
    public void step(long done, long total) {
        if (steps.incrementAndGet() >= last) {
            throw new CancelledException("cancelled at step " + last);
        }
    }

    @Override
    public Run part(String name, double share) {
        return new Counting(run.part(name, share), steps, last);
    }

    @Override
    public void note(String sentence) {}
}
