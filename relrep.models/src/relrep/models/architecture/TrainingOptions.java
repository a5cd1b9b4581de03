package relrep.models.architecture;

import relrep.api.plugin.Option;
import relrep.models.training.Regimen;
import relrep.models.training.Schedule;

/**
 * The options of training that all architectures share.
 *
 * @param epochs passes over the samples
 * @param batchSize samples per step
 * @param learningRate of Adam
 * @param weightDecay L2 penalty
 * @param patience of early stopping
 * @param decoupledDecay of AdamW
 * @param clipNorm the largest norm of a gradient
 * @param schedule the learning rate during training
 * @param warmUp the share of the steps with a rising learning rate
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
                int patience,
        @Option(
                        value =
                                "part of a weight, times the learning rate, that a step takes away"
                                        + " (AdamW); 0 for plain Adam",
                        min = 0,
                        max = 1)
                double decoupledDecay,
        @Option(
                        value =
                                "largest norm of a step's gradient, to which longer ones are"
                                        + " scaled down; 0 for no limit",
                        min = 0,
                        max = 1e6)
                double clipNorm,
        @Option(
                        "constant: the same learning rate at each step; cosine: falling to 0 like"
                                + " half a period of the cosine")
                Schedule schedule,
        @Option(
                        value =
                                "part of all steps over which the learning rate rises to its full"
                                        + " size",
                        min = 0,
                        max = 1)
                double warmUp) {
    /** Makes options of plain Adam with a constant learning rate. */
    public TrainingOptions(
            int epochs, int batchSize, double learningRate, double weightDecay, int patience) {
        this(epochs, batchSize, learningRate, weightDecay, patience, 0, 0, Schedule.CONSTANT, 0);
    }

    /** Checks the ranges of all numbers. */
    public TrainingOptions {
        new Range(TrainingOptions.class)
                .require("epochs", epochs)
                .require("batchSize", batchSize)
                .require("learningRate", learningRate)
                .require("weightDecay", weightDecay)
                .require("patience", patience)
                .require("decoupledDecay", decoupledDecay)
                .require("clipNorm", clipNorm)
                .require("warmUp", warmUp);
    }

    /**
     * Returns the usual options: batches of 64, a learning rate of 1e-3, without weight decay or
     * early stopping.
     */
    static TrainingOptions of(int epochs) {
        return new TrainingOptions(epochs, 64, 1e-3, 0, 0);
    }

    /** Returns the settings of training. */
    public Regimen regimen() {
        return new Regimen(
                epochs,
                batchSize,
                learningRate,
                weightDecay,
                patience,
                decoupledDecay,
                clipNorm,
                schedule,
                warmUp);
    }
}
