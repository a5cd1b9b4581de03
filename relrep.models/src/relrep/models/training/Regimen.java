package relrep.models.training;

/**
 * The settings of training, independent of the layers.
 *
 * @param epochs passes over the samples
 * @param batchSize samples per step
 * @param learningRate of Adam
 * @param weightDecay the share of each parameter that is added to its gradient (L2 penalty)
 * @param patience training stops after this many epochs without a better validation loss, and the
 *     best parameters are taken; 0 for never
 * @param decoupledDecay the share of each parameter, times the learning rate of the step, that a
 *     step takes away beside Adam's step (AdamW, Loshchilov and Hutter, ICLR 2019)
 * @param clipNorm the largest Euclidean norm of a step's gradient; a longer one is scaled down to
 *     it; 0 for no limit
 * @param schedule the learning rate during training
 * @param warmUp the share of the steps over which the learning rate rises to its full size
 */
public record Regimen(
        int epochs,
        int batchSize,
        double learningRate,
        double weightDecay,
        int patience,
        double decoupledDecay,
        double clipNorm,
        Schedule schedule,
        double warmUp) {
    /** Makes settings with a constant learning rate, without decoupled decay or a limit. */
    public Regimen(
            int epochs, int batchSize, double learningRate, double weightDecay, int patience) {
        this(epochs, batchSize, learningRate, weightDecay, patience, 0, 0, Schedule.CONSTANT, 0);
    }

    /**
     * Returns the learning rate of a step.
     *
     * @param step the number of the step, from 0
     * @param total the number of steps
     */
    double learningRate(long step, long total) {
        return learningRate * schedule.share(step, total, Math.round(warmUp * total));
    }
}
