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
 */
public record Regimen(
        int epochs, int batchSize, double learningRate, double weightDecay, int patience) {}
