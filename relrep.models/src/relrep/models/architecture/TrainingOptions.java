package relrep.models.architecture;

import relrep.api.plugin.Option;
import relrep.models.training.Regimen;

/**
 * The options of training that all architectures share.
 *
 * @param epochs passes over the samples
 * @param batchSize samples per step
 * @param learningRate of Adam
 * @param weightDecay L2 penalty
 * @param patience of early stopping
 */
public record TrainingOptions(
        @Option(value = "passes over the training samples", min = 1, max = 100_000) int epochs,
        @Option(value = "samples a training step", min = 1, max = 65_536) int batchSize,
        @Option(value = "step length of Adam", min = 1e-8, max = 10) double learningRate,
        @Option(value = "L2 penalty: part of a weight added to its gradient", min = 0, max = 1)
                double weightDecay,
        @Option(
                        value =
                                "epochs without a lower validation loss after which training"
                                        + " stops and the best weights are taken; 0 for never",
                        min = 0,
                        max = 100_000)
                int patience) {
    /** Checks the ranges of all numbers. */
    public TrainingOptions {
        new Range(TrainingOptions.class)
                .require("epochs", epochs)
                .require("batchSize", batchSize)
                .require("learningRate", learningRate)
                .require("weightDecay", weightDecay)
                .require("patience", patience);
    }

    /**
     * Returns the usual options: batches of 64, a learning rate of 1e-3, without weight decay or
     * early stopping.
     */
    static TrainingOptions of(int epochs) {
        return new TrainingOptions(epochs, 64, 1e-3, 0, 0);
    }

    Regimen regimen() {
        return new Regimen(epochs, batchSize, learningRate, weightDecay, patience);
    }
}
