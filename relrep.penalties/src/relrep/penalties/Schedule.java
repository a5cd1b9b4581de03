package relrep.penalties;

/** The weight of a penalty during training. */
public enum Schedule {
    /**
     * Four cycles: in each, the weight rises from 0 to its full size in equal steps, over three
     * quarters of the cycle, and stays there.
     */
    CYCLIC {
        @Override
        double share(long step, long steps) {
            double cycles = CYCLES * (double) step / steps;
            return Math.min(1, (cycles - Math.floor(cycles)) / RISING);
        }
    },
    /** The full weight at each step. */
    CONSTANT {
        @Override
        double share(long step, long steps) {
            return 1;
        }
    };

    private static final int CYCLES = 4;
    private static final double RISING = 0.75;

    /** Returns the share of the full weight at a step. */
    abstract double share(long step, long steps);
}
