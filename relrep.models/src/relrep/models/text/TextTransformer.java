package relrep.models.text;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.model.Architecture;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.run.InvalidInputException;
import relrep.models.architecture.Nonlinearity;
import relrep.models.architecture.TrainingOptions;
import relrep.models.training.Schedule;
import relrep.nd4j.Nd4jEngine;

/**
 * The architecture {@code text-transformer}: embeddings of tokens and their positions, blocks of
 * self-attention that leave out padding, the mean over the tokens, and normalised latents. The head
 * is one linear layer.
 */
@Component(service = Architecture.class)
@Plugin(
        name = "text-transformer",
        description = "a small transformer of a text's tokens, and a linear head",
        source = "Vaswani et al., Attention is all you need, NeurIPS 2017; size and mean are ours")
public final class TextTransformer extends TextArchitecture<TextTransformer.Options> {
    private final Nd4jEngine engine;

    /** Makes the plugin with its defaults. */
    @Activate
    public TextTransformer(@Reference Nd4jEngine engine) {
        this(engine, Options.DEFAULT);
    }

    private TextTransformer(Nd4jEngine engine, Options options) {
        super(new TextTransformerBlueprint(options), options.words());
        this.engine = engine;
    }

    @Override
    public TextTransformer with(Options other) {
        return new TextTransformer(engine, other);
    }

    /**
     * Layers and training.
     *
     * @param dim channels of a token
     * @param spread the standard deviation of the embeddings before training
     * @param depth the number of blocks
     * @param heads the number of heads of self-attention
     * @param activation inside the perceptrons
     * @param dropout the probability of dropout
     * @param words the options of tokens
     * @param training the options of training
     */
    public record Options(
            @Option(value = "channels of a token", min = 1, max = 4096) int dim,
            @Option(
                            value = "standard deviation of the embeddings before training",
                            min = 1e-6,
                            max = 100)
                    double spread,
            @Option(value = "blocks of self-attention and perceptron", min = 1, max = 64) int depth,
            @Option(
                            value = "heads of self-attention, which share the channels of a token",
                            min = 1,
                            max = 256)
                    int heads,
            @Option("the nonlinearity inside the perceptrons") Nonlinearity activation,
            @Option(
                            value = "probability that training drops a value; 0 for never",
                            min = 0,
                            max = 0.95)
                    double dropout,
            WordOptions words,
            TrainingOptions training) {
        private static final Options DEFAULT =
                new Options(
                        48,
                        0.1,
                        2,
                        4,
                        Nonlinearity.GELU,
                        0.1,
                        new WordOptions(3000, 2, 32),
                        new TrainingOptions(20, 32, 3e-3, 0, 0, 0.01, 1, Schedule.COSINE, 0.05));

        /** Checks that the heads share the channels evenly. */
        public Options {
            if (heads < 1 || dim < 1 || dim % heads != 0) {
                throw new InvalidInputException(
                        "dim must be a multiple of the heads, and %d is none of %d"
                                .formatted(dim, heads));
            }
        }
    }
}
