package relrep.models.architecture;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.model.Architecture;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.run.InvalidInputException;
import relrep.models.network.BlueprintArchitecture;
import relrep.models.network.Layered;
import relrep.nd4j.Nd4jEngine;

/**
 * The architecture {@code vit}: a vision transformer that reconstructs. Patches with learnt
 * positions go through blocks of self-attention and a perceptron, and all tokens through one linear
 * layer to the latents. The decoder has blocks in reverse. For classification, the decoder is the
 * nonlinearity and one linear layer.
 */
@Component(service = Architecture.class)
@Plugin(
        name = "vit",
        description =
                "visual transformer: patches, self-attention, down to the latents and up again",
        source =
                "Dosovitskiy et al., An image is worth 16x16 words, ICLR 2021; the bottleneck and"
                        + " the decoder are ours, the poster leaves its own unstated")
public final class Vit extends BlueprintArchitecture<Vit.Options> implements Layered {
    private final Nd4jEngine engine;

    /** Makes the plugin with its defaults: patches of 4 × 4, four blocks of 64 channels. */
    @Activate
    public Vit(@Reference Nd4jEngine engine) {
        this(engine, Options.DEFAULT);
    }

    private Vit(Nd4jEngine engine, Options options) {
        super(new VitBlueprint(options));
        this.engine = engine;
    }

    @Override
    public Vit with(Options other) {
        return new Vit(engine, other);
    }

    /**
     * Layers and training.
     *
     * @param patch the height and width of a patch
     * @param dim channels of a token
     * @param depth the number of blocks of the encoder
     * @param decoderDepth the number of blocks of the decoder
     * @param heads the number of heads of self-attention
     * @param mlpRatio the channels inside a block's perceptron, divided by those of a token
     * @param activation inside the perceptrons, and before the decoder's tokens
     * @param output the range of a reconstruction
     * @param dropout the probability of dropout
     * @param training the options of training
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
            @Option("the nonlinearity between the layers") Nonlinearity activation,
            @Option("range of a reconstruction: sigmoid 0 to 1, tanh -1 to 1, linear any number")
                    Output output,
            @Option(
                            value =
                                    "probability that training drops a value: of a token, of the"
                                        + " attention's output, inside the perceptron and after it;"
                                        + " 0 for never",
                            min = 0,
                            max = 0.95)
                    double dropout,
            TrainingOptions training) {
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
                        TrainingOptions.of(10));

        /** Checks that the heads share the channels evenly, and the ranges of all numbers. */
        public Options {
            new Range(Options.class)
                    .require("patch", patch)
                    .require("dim", dim)
                    .require("depth", depth)
                    .require("decoderDepth", decoderDepth)
                    .require("heads", heads)
                    .require("mlpRatio", mlpRatio)
                    .require("dropout", dropout);
            if (dim % heads != 0) {
                throw new InvalidInputException(
                        "dim must be a multiple of the %d heads, not %d".formatted(heads, dim));
            }
        }
    }
}
