package relrep.models.dl4j;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.data.Content;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.DecodingProblem;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.Objective;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.models.network.Attributes;
import relrep.models.network.History;
import relrep.models.network.PlainNetwork;
import relrep.models.text.TextEncoder;
import relrep.models.text.Vocabulary;
import relrep.models.text.WordOptions;
import relrep.nd4j.Nd4jEngine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The architecture {@code lstm}: embeddings of tokens, an LSTM, the mean over the tokens, and
 * latents by a fully connected layer. The head is DL4J's output layer. All layers, gradients and
 * steps are DL4J's.
 */
@Component(service = Architecture.class)
@Plugin(
        name = "lstm",
        description = "an LSTM over a text's tokens, by DL4J's layers and its Adam",
        source =
                "Hochreiter & Schmidhuber, Neural Computation, 1997; Gers et al., 2000; the mean"
                        + " and the latents are ours")
public final class Lstm implements Architecture, Tunable<Architecture, Lstm.Options> {
    private static final String VOCABULARY = "vocabulary";
    private static final String TOKENS = "tokens-read";
    private static final String HISTORY = "history";

    private final Nd4jEngine engine;
    private final Options options;

    /** Makes the plugin with its defaults. */
    @Activate
    public Lstm(@Reference Nd4jEngine engine) {
        this(engine, Options.DEFAULT);
    }

    private Lstm(Nd4jEngine engine, Options options) {
        this.engine = engine;
        this.options = options;
    }

    /**
     * Layers and training.
     *
     * @param embedding the width of a token's embedding
     * @param hidden the width of the LSTM
     * @param words the options of tokens
     * @param epochs passes over the training texts
     * @param batchSize texts a step
     * @param learningRate of Adam
     * @param weightDecay the L2 penalty
     * @param clipNorm the largest norm of a layer's gradient
     */
    public record Options(
            @Option(value = "width of a token's embedding", min = 1, max = 65_536) int embedding,
            @Option(value = "width of the LSTM", min = 1, max = 65_536) int hidden,
            WordOptions words,
            @Option(value = "passes over the training texts", min = 1, max = 100_000) int epochs,
            @Option(value = "texts a training step", min = 1, max = 65_536) int batchSize,
            @Option(value = "step length of Adam", min = 1e-8, max = 10) double learningRate,
            @Option(value = "L2 penalty on the weights", min = 0, max = 1) double weightDecay,
            @Option(
                            value =
                                    "largest norm of a layer's gradient, to which longer ones are"
                                            + " scaled down; 0 for no limit",
                            min = 0,
                            max = 1e6)
                    double clipNorm) {
        private static final Options DEFAULT =
                new Options(48, 48, new WordOptions(3000, 2, 32), 8, 32, 5e-3, 0, 1);
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Lstm with(Options other) {
        return new Lstm(engine, other);
    }

    @Override
    public Content takes() {
        return Content.TEXT;
    }

    @Override
    public Network train(TrainingProblem problem, Run run) {
        requireClasses(problem.objective());
        problem.requireNoPenalties("lstm");
        if (!(problem.bottleneck() instanceof Bottleneck.Absolute bottleneck)) {
            throw new InvalidInputException(
                    "lstm cannot be trained through a similarity, DL4J has no layer of one");
        }
        Samples train = problem.train();
        int tokens = options.words().tokens();
        Vocabulary vocabulary =
                Vocabulary.of(train.texts(), options.words().vocabulary(), options.words().least());
        Vocabulary.notes(train.texts(), tokens).forEach(note -> run.note("in training, " + note));
        MultiLayerNetwork network =
                new LstmLayers(options, run.seed().branch("weights"))
                        .network(
                                vocabulary.size(),
                                bottleneck.width(),
                                train.requireLabels().classes().size());
        List<Epoch> history =
                new BatchTraining(options.epochs(), options.batchSize(), run)
                        .fit(
                                network,
                                examples(train, vocabulary),
                                problem.validation().map(own -> examples(own, vocabulary)));
        Map<String, String> attributes = new LinkedHashMap<>(Attributes.of(options));
        attributes.put(VOCABULARY, vocabulary.toString());
        attributes.put(TOKENS, Integer.toString(tokens));
        attributes.put(HISTORY, History.write(history));
        return network(network, NetworkWeights.state(network, attributes));
    }

    private BatchTraining.Examples examples(Samples samples, Vocabulary vocabulary) {
        Matrix ids = vocabulary.ids(samples.texts(), options.words().tokens());
        return BatchTraining.Examples.of(
                ids.rows(),
                samples.requireLabels(),
                (rows, labels) -> {
                    TokenBatch batch = TokenBatch.of(ids.select(rows));
                    return new DataSet(batch.ids(), labels, batch.mask(), null);
                });
    }

    private static Network network(MultiLayerNetwork network, NetworkState state) {
        Attributes attributes = new Attributes(state.attributes());
        return new PlainNetwork(
                new TextEncoder(
                        new LstmEncoder(network),
                        Vocabulary.read(attributes.get(VOCABULARY)),
                        attributes.number(TOKENS)),
                OutputDecoder.of(network),
                History.read(attributes.get(HISTORY)),
                state);
    }

    @Override
    public Network restore(NetworkState state) {
        return network(NetworkWeights.restore(state), state);
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        requireClasses(problem.objective());
        return OutputHead.train(
                new LstmLayers(options, run.seed().branch("weights"))
                        .head(
                                problem.latents().cols(),
                                problem.train().requireLabels().classes().size()),
                problem,
                new BatchTraining(options.epochs(), options.batchSize(), run));
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        return OutputHead.restore(state);
    }

    private static void requireClasses(Objective objective) {
        if (objective != Objective.CLASSIFY) {
            throw new InvalidInputException(
                    "networks of texts are trained to classify, texts cannot be reconstructed");
        }
    }
}
