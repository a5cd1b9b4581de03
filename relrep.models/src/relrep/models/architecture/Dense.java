package relrep.models.architecture;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.model.Architecture;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.models.network.BlueprintArchitecture;
import relrep.models.network.Layered;
import relrep.nd4j.Nd4jEngine;

import java.util.List;

/**
 * The architecture {@code dense}: fully connected layers to linear latents, and the same widths in
 * reverse. For classification, the decoder is the nonlinearity and one linear layer.
 */
@Component(service = Architecture.class)
@Plugin(
        name = "dense",
        description = "fully connected layers of any widths, down to the latents and up again",
        source = "the widths 784-128-32-2 with tanh are those of Lancione's autoencoder")
public final class Dense extends BlueprintArchitecture<Dense.Options> implements Layered {
    private final Nd4jEngine engine;

    /** Makes the plugin with its defaults: 128 and 32 hidden values, tanh. */
    @Activate
    public Dense(@Reference Nd4jEngine engine) {
        this(engine, Options.DEFAULT);
    }

    private Dense(Nd4jEngine engine, Options options) {
        super(new DenseBlueprint(options));
        this.engine = engine;
    }

    @Override
    public Dense with(Options other) {
        return new Dense(engine, other);
    }

    /**
     * Layers and training.
     *
     * @param layout sets the options that are left at their defaults
     * @param hidden widths of the hidden layers of the encoder; the decoder has them in reverse
     * @param activation the nonlinearity between the layers
     * @param latent the nonlinearity of the latents
     * @param output the range of a reconstruction
     * @param batchNorm whether hidden layers are normalised
     * @param dropout the probability of dropout
     * @param training the options of training
     */
    public record Options(
            @Option(
                            "ours: as the other options say; lancione: hidden 128+32;"
                                + " lancione-code: the same and tanh on the latents; deeper: hidden"
                                + " 512+256+128+64+32+16; an option that is not at its default"
                                + " overrides the layout's")
                    DenseLayout layout,
            @Option(
                            value = "widths of the hidden layers, from the samples to the latents",
                            min = 1,
                            max = 65536)
                    List<Integer> hidden,
            @Option("the nonlinearity between the layers") Nonlinearity activation,
            @Option("the nonlinearity of the latents; linear for none") Nonlinearity latent,
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
            TrainingOptions training) {
        private static final Options DEFAULT =
                new Options(
                        DenseLayout.OURS,
                        DenseLayout.USUAL,
                        Nonlinearity.TANH,
                        Nonlinearity.LINEAR,
                        Output.SIGMOID,
                        false,
                        0,
                        TrainingOptions.of(20));

        /** Checks the ranges of all numbers. */
        public Options {
            hidden = layout.hidden(List.copyOf(hidden));
            latent = layout.latent(latent);
            new Range(Options.class).require("hidden", hidden).require("dropout", dropout);
        }

        Hidden between() {
            return new Hidden(batchNorm, activation, dropout);
        }
    }
}
