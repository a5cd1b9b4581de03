package relrep.kernels.tile;

import relrep.api.run.CancelledException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

/** A run that is cancelled after a number of steps. */
final class CancelledRun implements Run {
    private int left;

    CancelledRun(int steps) {
        this.left = steps;
    }

    @Override
    public Seed seed() {
        return Seed.of(1);
    }

    @Override
    public void step(long done, long total) {
        if (--left < 0) {
            throw new CancelledException("enough");
        }
    }

    @Override
    public Run part(String name, double share) {
        return this;
    }

    @Override
    public void note(String sentence) {}
}
