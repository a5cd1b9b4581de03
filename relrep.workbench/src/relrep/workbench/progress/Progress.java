package relrep.workbench.progress;

import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.workbench.terminal.TerminalText;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A run with a display and a cancellation. Its parts may run at the same time; the progress of the
 * whole never decreases.
 */
public final class Progress implements AutoCloseable {
    /** A share of 1 with room for rounding, since shares are added up. */
    private static final double ALL = 1 - 1e-9;

    private final Cancellation cancellation;
    private final Display display;
    private final LongSupplier nanos;
    private final Set<String> told = new LinkedHashSet<>();
    private final RateEstimate pace;
    private final Part root;
    private boolean closed;

    /**
     * Starts the run.
     *
     * @param seed the root of all randomness
     * @param cancellation checked at every step
     * @param display shows the progress
     * @param nanos a clock that only runs forward, {@code System::nanoTime}
     */
    public Progress(Seed seed, Cancellation cancellation, Display display, LongSupplier nanos) {
        this.cancellation = cancellation;
        this.display = display;
        this.nanos = nanos;
        this.pace = new RateEstimate(nanos.getAsLong());
        this.root = new Part(null, "", 1, seed);
    }

    /** Returns the run to pass to the work. */
    public Run run() {
        return root;
    }

    /** Returns the notes shown to the user so far, each sentence once. */
    public synchronized List<String> told() {
        return List.copyOf(told);
    }

    /**
     * Records that the work has ended successfully. Only then is 100 % shown.
     *
     * @return the given answer
     */
    public synchronized <T> T done(T answer) {
        if (!closed && root.fraction >= ALL) {
            Duration elapsed = pace.elapsed(nanos.getAsLong());
            display.show(
                    new ProgressSnapshot(
                            1, elapsed, Optional.empty(), "", 1, Optional.empty(), true));
        }
        return answer;
    }

    /** Closes the display. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            display.close();
        }
    }

    private synchronized void moved(Part part, double fraction) {
        if (closed) {
            return;
        }
        part.reach(fraction);
        long now = nanos.getAsLong();
        part.pace.at(now, part.fraction);
        pace.at(now, root.fraction);
        display.show(
                new ProgressSnapshot(
                        root.fraction,
                        pace.elapsed(now),
                        pace.left(now, root.fraction),
                        part.path(),
                        part.fraction,
                        part.pace.left(now, part.fraction),
                        false));
    }

    private synchronized void tell(String sentence) {
        if (!closed && told.add(sentence)) {
            display.note(TerminalText.line(sentence));
        }
    }

    /** The run of one part. The progress that it belongs to guards its numbers. */
    private final class Part implements Run {
        private final Part parent;
        private final String name;
        private final double share;
        private final Seed seed;
        private final RateEstimate pace = new RateEstimate(nanos.getAsLong());
        private double own;
        private double ofParts;
        private double fraction;

        private Part(Part parent, String name, double share, Seed seed) {
            this.parent = parent;
            this.name = TerminalText.line(name);
            this.share = share;
            this.seed = seed;
        }

        @Override
        public Seed seed() {
            return seed;
        }

        @Override
        public void step(long done, long total) {
            cancellation.check();
            double reached = total <= 0 ? 0 : (double) done / total;
            moved(this, Math.max(0, Math.min(1, reached)));
        }

        @Override
        public Run part(String partName, double partShare) {
            double clamped = Math.max(0, Math.min(1, partShare));
            return new Part(this, partName, clamped, seed.branch(partName));
        }

        @Override
        public void note(String sentence) {
            tell(sentence);
        }

        private void reach(double reached) {
            own = Math.max(own, reached);
            settle();
        }

        private void settle() {
            double before = fraction;
            fraction = Math.min(1, Math.max(own, ofParts));
            if (parent != null && fraction > before) {
                parent.ofParts += (fraction - before) * share;
                parent.settle();
            }
        }

        private String path() {
            if (parent == null) {
                return "";
            }
            String outer = parent.path();
            return outer.isEmpty() ? name : outer + ": " + name;
        }
    }
}
