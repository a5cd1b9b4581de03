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
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.models.network.Blueprint;
import relrep.models.network.Layered;
import relrep.models.network.NetworkTrainer;
import relrep.models.training.Regimen;
import relrep.nd4j.Nd4jEngine;

/**
 * A visual transformer that reconstructs: patches with learnt positions through blocks of
 * self-attention and a perceptron, all tokens through one linear layer to the latents, and blocks
 * up again to patches. To classify, the decoder is the nonlinearity and one linear layer.
 */
@Component(service = Architecture.class)
@Plugin(
        name = "vit",
        description =
                "visual transformer: patches, self-attention, down to the latents and up again",
        source =
                "Dosovitskiy et al., An image is worth 16x16 words, ICLR 2021; the bottleneck and"
                        + " the decoder are ours, the poster leaves its own unstated")
public final class Vit
        implements DenoisingArchitecture, Layered, Tunable<Architecture, Vit.Options> {
    private final Nd4jEngine engine;
    private final Options options;
    private final NetworkTrainer<Options> workshop;

    /** Makes the plugin with its defaults: patches of 4 × 4, four blocks of 64 channels. */
    @Activate
    public Vit(@Reference Nd4jEngine engine) {
        this(engine, Options.DEFAULT);
    }

    private Vit(Nd4jEngine engine, Options options) {
        this.engine = engine;
        this.options = options;
        workshop = new NetworkTrainer<>(new VitBlueprint(options), 1);
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Vit with(Options other) {
        return new Vit(engine, other);
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
        return new VitBlueprint(options);
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
     * @param patch height and width of a patch
     * @param dim channels of a token
     * @param depth blocks of the encoder
     * @param decoderDepth blocks of the decoder
     * @param heads of self-attention
     * @param mlpRatio channels inside a block's perceptron, over those of a token
     * @param activation inside the perceptrons, and before the decoder's tokens
     * @param output range of a reconstruction
     * @param dropout probability
     * @param epochs passes
     * @param batchSize samples a step
     * @param learningRate of Adam
     * @param weightDecay L2 penalty
     * @param patience of early stopping
     */
    public record Options(
            @Option(
                            value = "height and width of a patch; patches must tile the picture",
                            min = 1,
                            max = 1024)
                    int patch,
            @Option(value = "channels of a token", min = 1, max = 4096) int dim,
            @Option(value = "blocks of the encoder", min = 1, max = 64) int depth,
            @Option(
                            value =
                                    "blocks of the decoder; 0 for patches straight from the"
                                            + " latents",
                            min = 0,
                            max = 64)
                    int decoderDepth,
            @Option(
                            value = "heads of self-attention, which share the channels of a token",
                            min = 1,
                            max = 256)
                    int heads,
            @Option(
                            value = "channels inside a block's perceptron, over those of a token",
                            min = 0.125,
                            max = 16)
                    double mlpRatio,
            @Option("what stands between the layers") Nonlinearity activation,
            @Option("range of a reconstruction: sigmoid 0 to 1, tanh -1 to 1, linear any number")
                    Output output,
            @Option(
                            value =
                                    "probability that training drops a value: of a token, of what"
                                            + " attention brings, inside the perceptron and behind;"
                                            + " 0 for never",
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
                        4,
                        64,
                        4,
                        2,
                        4,
                        2,
                        Nonlinearity.GELU,
                        Output.SIGMOID,
                        0,
                        10,
                        64,
                        1e-3,
                        0,
                        0);

        /** Requires heads that share the channels evenly, and every number within its range. */
        public Options {
            new Range(Options.class)
                    .require("patch", patch)
                    .require("dim", dim)
                    .require("depth", depth)
                    .require("decoderDepth", decoderDepth)
                    .require("heads", heads)
                    .require("mlpRatio", mlpRatio)
                    .require("dropout", dropout)
                    .require("epochs", epochs)
                    .require("batchSize", batchSize)
                    .require("learningRate", learningRate)
                    .require("weightDecay", weightDecay)
                    .require("patience", patience);
            if (dim % heads != 0) {
                throw new InvalidInputException(
                        "dim must be a multiple of the %d heads, not %d".formatted(heads, dim));
            }
        }

        Regimen regimen() {
            return new Regimen(epochs, batchSize, learningRate, weightDecay, patience);
        }
    }
}
