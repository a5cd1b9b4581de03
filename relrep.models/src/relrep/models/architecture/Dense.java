package relrep.models.architecture;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.model.Architecture;
import relrep.api.model.DecodingProblem;
import relrep.api.model.DenoisingArchitecture;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.OutputRange;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;
import relrep.models.network.Blueprint;
import relrep.models.network.Layered;
import relrep.models.network.NetworkTrainer;
import relrep.models.training.Regimen;
import relrep.nd4j.Nd4jEngine;

import java.util.List;

/**
 * Fully connected layers down to linear latents, and the same widths up again. To classify, the
 * decoder is the nonlinearity and one linear layer.
 */
@Component(service = Architecture.class)
@Plugin(
        name = "dense",
        description = "fully connected layers of any widths, down to the latents and up again",
        source = "the widths 784-128-32-2 with tanh are those of Lancione's autoencoder")
public final class Dense
        implements DenoisingArchitecture, Layered, Tunable<Architecture, Dense.Options> {
    private final Nd4jEngine engine;
    private final Options options;
    private final NetworkTrainer<Options> workshop;

    /** Makes the plugin with its defaults: 128 and 32 hidden values, tanh. */
    @Activate
    public Dense(@Reference Nd4jEngine engine) {
        this(engine, Options.DEFAULT);
    }

    private Dense(Nd4jEngine engine, Options options) {
        this.engine = engine;
        this.options = options;
        workshop = new NetworkTrainer<>(new DenseBlueprint(options), 1);
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Dense with(Options other) {
        return new Dense(engine, other);
    }

    @Override
    public Network train(TrainingProblem problem, Run run) {
        return workshop.train(problem, run);
    }

    @Override
    public Network trainOnNoise(TrainingProblem problem, double noise, Run run) {
        return workshop.trainOnNoise(problem, noise, run);
    }

    @Override
    public Blueprint<Options> blueprint() {
        return new DenseBlueprint(options);
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        return workshop.trainDecoder(problem, run);
    }

    @Override
    public OutputRange range() {
        return options.output().range();
    }

    @Override
    public Network restore(NetworkState state) {
        return workshop.restore(state);
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        return workshop.restoreDecoder(state);
    }

    /**
     * Layers and training.
     *
     * @param layout decides what is left at its default
     * @param hidden widths of the hidden layers of the encoder; the decoder has them in reverse
     * @param activation between the layers
     * @param latent what the latents pass
     * @param output range of a reconstruction
     * @param batchNorm whether hidden layers are normalised
     * @param dropout probability
     * @param epochs passes
     * @param batchSize samples a step
     * @param learningRate of Adam
     * @param weightDecay L2 penalty
     * @param patience of early stopping
     */
    public record Options(
            @Option(
                            "ours: what the other options say; lancione: hidden 128+32;"
                                    + " lancione-code: the same and tanh on the latents; deeper:"
                                    + " hidden 512+256+128+64+32+16; of these options, what is not"
                                    + " at its default stands")
                    DenseLayout layout,
            @Option(
                            value = "widths of the hidden layers, from the samples to the latents",
                            min = 1,
                            max = 65536)
                    List<Integer> hidden,
            @Option("what stands between the layers") Nonlinearity activation,
            @Option("what the latents pass last; linear for nothing") Nonlinearity latent,
            @Option(
                            "range of a reconstruction: sigmoid 0 to 1, tanh -1 to 1, relu 0 and"
                                    + " above, linear any number")
                    Output output,
            @Option("whether each hidden layer is normalised over the batch") boolean batchNorm,
            @Option(
                            value = "probability that training drops a hidden value; 0 for never",
                            min = 0,
                            max = 0.95)
                    double dropout,
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
        private static final Options DEFAULT =
                new Options(
                        DenseLayout.OURS,
                        DenseLayout.USUAL,
                        Nonlinearity.TANH,
                        Nonlinearity.LINEAR,
                        Output.SIGMOID,
                        false,
                        0,
                        20,
                        64,
                        1e-3,
                        0,
                        0);

        /** Requires every number within its range. */
        public Options {
            hidden = layout.hidden(List.copyOf(hidden));
            latent = layout.latent(latent);
            new Range(Options.class)
                    .require("hidden", hidden)
                    .require("dropout", dropout)
                    .require("epochs", epochs)
                    .require("batchSize", batchSize)
                    .require("learningRate", learningRate)
                    .require("weightDecay", weightDecay)
                    .require("patience", patience);
        }

        Hidden between() {
            return new Hidden(batchNorm, activation, dropout);
        }

        Regimen regimen() {
            return new Regimen(epochs, batchSize, learningRate, weightDecay, patience);
        }
    }
}
