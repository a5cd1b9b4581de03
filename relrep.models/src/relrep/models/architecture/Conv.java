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

import java.util.List;

/**
 * The architecture {@code conv}: convolutions that halve a picture, a linear layer to the latents,
 * and the same layers in reverse with transposed convolutions. For classification, the decoder is
 * the nonlinearity and one linear layer.
 */
@Component(service = Architecture.class)
@Plugin(
        name = "conv",
        description = "convolutions that halve a picture, down to the latents and up again",
        source =
                "our layout; the poster and Lähner & Moeller leave theirs unstated;"
                        + " layout=official is that of Moschella et al., ICLR 2023")
public final class Conv extends BlueprintArchitecture<Conv.Options> implements Layered {
    private final Nd4jEngine engine;

    /** Makes the plugin with its defaults: 32 and 64 channels, ReLU, batch normalisation. */
    @Activate
    public Conv(@Reference Nd4jEngine engine) {
        this(engine, Options.DEFAULT);
    }

    private Conv(Nd4jEngine engine, Options options) {
        super(new ConvBlueprint(options));
        this.engine = engine;
    }

    @Override
    public Conv with(Options other) {
        return new Conv(engine, other);
    }

    /**
     * Layers and training.
     *
     * @param layout sets the options that are left at their defaults
     * @param channels the channels of the encoder's convolutions; the decoder has them in reverse
     * @param activation the nonlinearity between the layers
     * @param latent the nonlinearity of the latents
     * @param output the range of a reconstruction
     * @param batchNorm whether convolutions are normalised
     * @param dropout the probability of dropout
     * @param training the options of training
     */
    public record Options(
            @Option(
                            "ours: as the other options say; official: channels 32+64+128+256, gelu"
                                + " between the layers and on the latents, up again to full size"
                                + " and there a last convolution of 3 × 3; an option that is not at"
                                + " its default overrides the layout's")
                    ConvLayout layout,
            @Option(
                            value =
                                    "channels of the convolutions, each of which halves the"
                                            + " picture",
                            min = 1,
                            max = 4096)
                    List<Integer> channels,
            @Option("the nonlinearity between the layers") Nonlinearity activation,
            @Option("the nonlinearity of the latents; linear for none") Nonlinearity latent,
            @Option(
                            "range of a reconstruction: sigmoid 0 to 1, tanh -1 to 1, relu 0 and"
                                    + " above, linear any number")
                    Output output,
            @Option("whether each convolution is normalised over the batch") boolean batchNorm,
            @Option(
                            value = "probability that training drops a hidden value; 0 for never",
                            min = 0,
                            max = 0.95)
                    double dropout,
            TrainingOptions training) {
        private static final Options DEFAULT =
                new Options(
                        ConvLayout.OURS,
                        ConvLayout.USUAL,
                        Nonlinearity.RELU,
                        Nonlinearity.LINEAR,
                        Output.SIGMOID,
                        true,
                        0,
                        TrainingOptions.of(10));

        /** Checks that there is a convolution, and the ranges of all numbers. */
        public Options {
            channels = layout.channels(List.copyOf(channels));
            activation = layout.activation(activation);
            latent = layout.latent(latent);
            if (channels.isEmpty()) {
                throw new InvalidInputException(
                        "channels must be of at least 1 convolution, there is none");
            }
            new Range(Options.class).require("channels", channels).require("dropout", dropout);
        }

        Hidden between() {
            return new Hidden(batchNorm, activation, dropout);
        }
    }
}
