package relrep.models.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.data.Numbers;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
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
import relrep.api.run.Seed;
import relrep.files.Checksum;
import relrep.models.network.Attributes;
import relrep.models.network.History;
import relrep.models.network.PlainNetwork;
import relrep.nd4j.Nd4jEngine;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The architecture {@code fine-tuned}: a network that DL4J or Keras saved, up to one of its layers,
 * trained on from its weights. New layers on top give latents of the width that is asked for, and
 * the classes. All layers, gradients and steps are DL4J's.
 */
@Component(service = Architecture.class)
@Plugin(
        name = "fine-tuned",
        description = "a network that DL4J or Keras saved, trained on with new latents and classes",
        source = "Deeplearning4j 1.0.0-M2.1, TransferLearning")
public final class FineTuned implements Architecture, Tunable<Architecture, FineTuned.Options> {
    private static final String HISTORY = "history";
    private static final String SAMPLE = "sample";

    private final Nd4jEngine engine;
    private final Options options;

    /** Makes the plugin without a file; {@link #with} names one. */
    @Activate
    public FineTuned(@Reference Nd4jEngine engine) {
        this(engine, new Options("", "", false, 5, 64, 1e-3));
    }

    private FineTuned(Nd4jEngine engine, Options options) {
        this.engine = engine;
        this.options = options;
    }

    /**
     * The network and its training.
     *
     * @param model the file
     * @param layer the last layer that is kept
     * @param freeze whether the kept layers keep their weights
     * @param epochs passes over the training samples
     * @param batchSize samples a step
     * @param learningRate of Adam
     */
    public record Options(
            @Option("the file of a network by DL4J (.zip) or by Keras (.h5)") String model,
            @Option(
                            "the last layer that is kept; default: what the output layer takes is"
                                    + " kept")
                    String layer,
            @Option(
                            "whether the kept layers keep their weights, and the new ones alone are"
                                    + " trained")
                    boolean freeze,
            @Option(value = "passes over the training samples", min = 1, max = 100_000) int epochs,
            @Option(value = "samples a training step", min = 1, max = 65_536) int batchSize,
            @Option(value = "step length of Adam", min = 1e-8, max = 10) double learningRate) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public FineTuned with(Options other) {
        return new FineTuned(engine, other);
    }

    @Override
    public Network train(TrainingProblem problem, Run run) {
        requireClasses(problem.objective());
        problem.requireNoPenalties("fine-tuned");
        if (!(problem.bottleneck() instanceof Bottleneck.Absolute bottleneck)) {
            throw new InvalidInputException(
                    "fine-tuned cannot be trained through a similarity, DL4J has no layer of one");
        }
        Samples train = problem.train();
        Numbers samples = new Numbers(train.inputs(), train.shape());
        ComputationGraph network =
                new TunedGraph(options, file(), run.seed().branch("weights"))
                        .build(samples, bottleneck.width(), train.requireLabels().classes().size());
        SampleForm form = NetworkPlan.of(name(), network.getConfiguration()).form();
        List<Epoch> history =
                new BatchTraining(options.epochs(), options.batchSize(), run)
                        .fit(
                                network,
                                examples(train, form),
                                problem.validation().map(own -> examples(own, form)));
        Map<String, String> attributes = new LinkedHashMap<>(Attributes.of(options));
        attributes.put(SAMPLE, train.shape().toString());
        attributes.put(HISTORY, History.write(history));
        return network(network, NetworkWeights.state(network, attributes));
    }

    @Override
    public Map<String, String> checksums() {
        if (options.model().isBlank()) {
            return Map.of(); // training refuses
        }
        Path file = Path.of(options.model());
        return Map.of(file.getFileName().toString(), Checksum.of(file));
    }

    private NetworkFile file() {
        if (options.model().isBlank()) {
            throw InvalidInputException.of(
                    "model",
                    "must be a file of DL4J's or Keras', and none is given:"
                            + " fine-tuned(model=FILE)");
        }
        Path file = Path.of(options.model());
        return KerasFile.is(file) ? new KerasFile(file) : new SavedNetwork(file);
    }

    private static BatchTraining.Examples examples(Samples samples, SampleForm form) {
        return BatchTraining.Examples.of(
                samples.size(),
                samples.requireLabels(),
                (rows, labels) ->
                        new DataSet(
                                form.array(samples.inputs().select(rows), samples.shape()),
                                labels));
    }

    private static String name() {
        return "the fine-tuned network";
    }

    private static Network network(ComputationGraph network, NetworkState state) {
        NetworkPlan plan = NetworkPlan.of(name(), network.getConfiguration());
        Attributes attributes = new Attributes(state.attributes());
        Shape shape = attributes.shape(SAMPLE);
        return new PlainNetwork(
                new GraphEncoder(
                        LayerLatents.of(plan, "", 0), new NetworkFunction.Graph(network), shape),
                OutputDecoder.of(network.getLayer(TunedGraph.CLASSES)),
                History.read(attributes.get(HISTORY)),
                state);
    }

    @Override
    public Network restore(NetworkState state) {
        return network(NetworkWeights.restoreGraph(state), state);
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        requireClasses(problem.objective());
        return OutputHead.train(
                head(
                        problem.latents().cols(),
                        problem.train().requireLabels().classes().size(),
                        run.seed().branch("weights")),
                problem,
                new BatchTraining(options.epochs(), options.batchSize(), run));
    }

    private MultiLayerNetwork head(int width, int classes, Seed seed) {
        Nd4j.getRandom().setSeed(seed.value());
        MultiLayerNetwork network =
                new MultiLayerNetwork(
                        new NeuralNetConfiguration.Builder()
                                .seed(seed.value())
                                .updater(new Adam(options.learningRate()))
                                .list()
                                .layer(TunedGraph.output(width, classes))
                                .build());
        network.init();
        return network;
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        return OutputHead.restore(state);
    }

    private static void requireClasses(Objective objective) {
        if (objective != Objective.CLASSIFY) {
            throw new InvalidInputException(
                    "fine-tuned is trained to classify, a saved network has no decoder");
        }
    }
}
