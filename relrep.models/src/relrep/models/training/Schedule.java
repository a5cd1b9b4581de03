package relrep.models.training;

/**
 * The course of the learning rate over the steps of training. It rises in equal parts to its full
 * size over the first steps, the warm-up, and then follows the schedule.
 */
public enum Schedule {
    /** The full learning rate at each step. */
    CONSTANT {
        @Override
        double after(double progress) {
            return 1;
        }
    },

    /** Half a period of the cosine, from the full learning rate to 0. */
    COSINE {
        @Override
        double after(double progress) {
            return (1 + Math.cos(Math.PI * progress)) / 2;
        }
    };

    /** Returns the share of the learning rate at this share of the steps after the warm-up. */
    abstract double after(double progress);

    /**
     * Returns the share of the learning rate at a step.
     *
     * @param step from 0
     * @param total the number of steps
     * @param warmUp the number of steps of the warm-up
     */
    double share(long step, long total, long warmUp) {
        return step < warmUp
                ? (step + 1.0) / warmUp
                : after((double) (step - warmUp) / Math.max(1, total - warmUp));
    }
}
