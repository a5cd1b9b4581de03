package relrep.models.architecture;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.model.DecoderArchitecture;
import relrep.api.model.DecodingProblem;
import relrep.api.model.NetworkState;
import relrep.api.model.OutputRange;
import relrep.api.model.TrainedDecoder;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;
import relrep.models.network.NetworkTrainer;
import relrep.nd4j.Nd4jEngine;

/**
 * The architecture {@code head}: a decoder or classifier that is trained alone, on the latents of
 * any encoder.
 */
@Component(service = DecoderArchitecture.class)
@Plugin(
        name = "head",
        description = "a classifier or decoder alone, trained on the latents of any encoder",
        source =
                "the heads of Moschella et al., ICLR 2023, on text (two layers, silu) and pictures"
                        + " (one layer, tanh)")
public final class Head implements DecoderArchitecture, Tunable<DecoderArchitecture, Head.Options> {
    private final Nd4jEngine engine;
    private final HeadBlueprint blueprint;
    private final NetworkTrainer<Options> trainer;

    /** Makes the plugin with its defaults: two layers as wide as the latents, SiLU. */
    @Activate
    public Head(@Reference Nd4jEngine engine) {
        this(engine, Options.DEFAULT);
    }

    private Head(Nd4jEngine engine, Options options) {
        this.engine = engine;
        blueprint = new HeadBlueprint(options);
        trainer = new NetworkTrainer<>(blueprint, 1);
    }

    @Override
    public Options options() {
        return blueprint.options();
    }

    @Override
    public Head with(Options other) {
        return new Head(engine, other);
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        return trainer.trainDecoder(problem, run);
    }

    @Override
    public OutputRange range() {
        return blueprint.range();
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        return trainer.restoreDecoder(state);
    }

    /**
     * Layers and training.
     *
     * @param layers the number of hidden layers; 0 for a linear head
     * @param hidden the width of the hidden layers; 0 for that of the latents
     * @param activation the nonlinearity of the hidden layers
     * @param normalised how latents and hidden values are normalised
     * @param output the nonlinearity of the outputs
     * @param dropout the probability of dropout
     * @param training the options of training
     */
    public record Options(
            @Option(
                            value = "hidden layers; 0 for one linear layer and nothing else",
                            min = 0,
                            max = 64)
                    int layers,
            @Option(
                            value = "width of the hidden layers; 0 for that of the latents",
                            min = 0,
                            max = 65536)
                    int hidden,
            @Option("the nonlinearity of the hidden layers") Nonlinearity activation,
            @Option(
                            "row: latents and hidden values are normalised within each row; batch:"
                                + " latents within each row, hidden values over the batch; none")
                    Normalisation normalised,
            @Option("the last nonlinearity, also of the scores of classes; linear for none")
                    Output output,
            @Option(
                            value = "probability that training drops a hidden value; 0 for never",
                            min = 0,
                            max = 0.95)
                    double dropout,
            TrainingOptions training) {
        private static final Options DEFAULT =
                new Options(
                        2,
                        0,
                        Nonlinearity.SILU,
                        Normalisation.ROW,
                        Output.LINEAR,
                        0,
                        TrainingOptions.of(10));

        /** Checks the ranges of all numbers. */
        public Options {
            new Range(Options.class)
                    .require("layers", layers)
                    .require("hidden", hidden)
                    .require("dropout", dropout);
        }
    }
}
