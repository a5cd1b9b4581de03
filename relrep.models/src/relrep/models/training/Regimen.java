package relrep.models.training;

/**
 * How a network is trained, whatever its layers.
 *
 * @param epochs passes over the samples
 * @param batchSize samples a step
 * @param learningRate of Adam
 * @param weightDecay the part of each parameter that is added to its gradient (L2 penalty)
 * @param patience epochs without a better validation loss after which training stops and the best
 *     parameters are taken; 0 for never
 */
public record Regimen(
        int epochs, int batchSize, double learningRate, double weightDecay, int patience) {}
