package relrep.models.text;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.model.Architecture;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.models.architecture.Nonlinearity;
import relrep.models.architecture.TrainingOptions;
import relrep.nd4j.Nd4jEngine;

import java.util.List;

/**
 * The architecture {@code text-average}: the mean of the embeddings of a text's tokens, fully
 * connected layers, and normalised latents. The head is one linear layer.
 */
@Component(service = Architecture.class)
@Plugin(
        name = "text-average",
        description = "the mean of a text's token embeddings, layers, and a linear head",
        source = "Iyyer et al., Deep averaging networks, ACL 2015; the normalised latents are ours")
public final class TextAverage extends TextArchitecture<TextAverage.Options> {
    private final Nd4jEngine engine;

    /** Makes the plugin with its defaults. */
    @Activate
    public TextAverage(@Reference Nd4jEngine engine) {
        this(engine, Options.DEFAULT);
    }

    private TextAverage(Nd4jEngine engine, Options options) {
        super(new TextAverageBlueprint(options), options.words());
        this.engine = engine;
    }

    @Override
    public TextAverage with(Options other) {
        return new TextAverage(engine, other);
    }

    /**
     * Layers and training.
     *
     * @param embedding the width of a token's embedding
     * @param spread the standard deviation of the embeddings before training
     * @param hidden widths of the layers between embedding and latents
     * @param activation the nonlinearity after each of them
     * @param dropout the probability of dropout
     * @param words the options of tokens
     * @param training the options of training
     */
    public record Options(
            @Option(value = "width of a token's embedding", min = 1, max = 65_536) int embedding,
            @Option(
                            value = "standard deviation of the embeddings before training",
                            min = 1e-6,
                            max = 100)
                    double spread,
            @Option(
                            value = "widths of the layers between embedding and latents",
                            min = 1,
                            max = 65_536)
                    List<Integer> hidden,
            @Option("the nonlinearity between the layers") Nonlinearity activation,
            @Option(
                            value = "probability that training drops a hidden value; 0 for never",
                            min = 0,
                            max = 0.95)
                    double dropout,
            WordOptions words,
            TrainingOptions training) {
        private static final Options DEFAULT =
                new Options(
                        48,
                        0.03,
                        List.of(48),
                        Nonlinearity.GELU,
                        0,
                        new WordOptions(3000, 2, 32),
                        TextTraining.usual(30));

        /** Copies the widths. */
        public Options {
            hidden = List.copyOf(hidden);
        }
    }
}
