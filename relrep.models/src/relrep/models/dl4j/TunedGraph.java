package relrep.models.dl4j;

import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import relrep.api.data.Numbers;
import relrep.api.data.Shape;
import relrep.api.run.Seed;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A saved network up to a layer, with new layers on it: latents, unless they are as wide as what
 * the layer gives, and a softmax over the classes.
 *
 * @param options which layer, and how it is trained
 * @param file the network
 * @param seed of the new weights, and of dropout
 */
record TunedGraph(FineTuned.Options options, NetworkFile file, Seed seed) {
    /** The names of the new layers; no saved network is likely to have them. */
    static final String LATENTS = "relrep-latents";

    static final String CLASSES = "relrep-classes";

    /**
     * Builds the network.
     *
     * @param samples of the form that it will take
     * @param width of the latents
     */
    ComputationGraph build(Numbers samples, int width, int classes) {
        NetworkPlan plan = planned(samples.shape());
        NetworkPlan.Tap tap = plan.tap(options.layer());
        plan.form().require(samples, plan.model());
        NetworkFunction loaded = file.load(plan);
        Nd4j.getRandom().setSeed(seed.value()); // each thread has its own
        String end = tap.before() ? NetworkPlan.only(tap.node()) : tap.node().name();
        String last = loaded.nameInGraph(end);
        TransferLearning.GraphBuilder builder =
                new TransferLearning.GraphBuilder(withoutIdleDropout(loaded.graph()))
                        .fineTuneConfiguration(
                                new FineTuneConfiguration.Builder()
                                        .seed(seed.value())
                                        .updater(new Adam(options.learningRate()))
                                        .build());
        if (options.freeze()) {
            builder.setFeatureExtractor(last);
        }
        for (String name : beyond(plan, end)) {
            builder.removeVertexAndConnections(loaded.nameInGraph(name));
        }
        Optional<InputType> given = type(plan, end);
        int found = width(plan, tap, given);
        if (found == width) {
            add(builder, CLASSES, output(width, classes), last, given);
        } else {
            add(builder, LATENTS, dense(found, width), last, given);
            add(builder, CLASSES, output(width, classes), LATENTS, Optional.empty());
        }
        return builder.setOutputs(CLASSES).build();
    }

    /**
     * Takes the dropout out of layers where it keeps every value. Keras' convolutions come with one
     * from DL4J's import, and DL4J fails to go back through it where channels come last.
     */
    private static ComputationGraph withoutIdleDropout(ComputationGraph network) {
        for (GraphVertex vertex : network.getConfiguration().getVertices().values()) {
            if (vertex instanceof LayerVertex own
                    && own.getLayerConf().getLayer().getIDropout() instanceof Dropout dropout
                    && dropout.getP() == 1) {
                own.getLayerConf().getLayer().setIDropout(null);
            }
        }
        return network;
    }

    private NetworkPlan planned(Shape shape) {
        NetworkPlan plan = file.plan();
        return plan.form() instanceof SampleForm.Pictures pictures
                ? new SampleForm.Pictures(
                                shape.channels(),
                                shape.height(),
                                shape.width(),
                                pictures.channelsLast())
                        .type()
                        .map(plan::of)
                        .orElse(plan)
                : plan;
    }

    /** Returns the form of what a node gives, where the network tells. */
    private static Optional<InputType> type(NetworkPlan plan, String name) {
        return plan.form().type().map(samples -> plan.types().apply(samples).get(name));
    }

    private int width(NetworkPlan plan, NetworkPlan.Tap tap, Optional<InputType> given) {
        return given.isPresent()
                ? Math.toIntExact(given.get().arrayElementsPerExample())
                : new LayerLatents(plan, tap, plan.form(), 0).width();
    }

    /** Returns the nodes that the latents do not need. */
    private static Set<String> beyond(NetworkPlan plan, String end) {
        Set<String> needed = new HashSet<>(List.of(end));
        boolean more = true;
        while (more) {
            more = false;
            for (String name : List.copyOf(needed)) {
                NetworkNode node = plan.nodes().get(name);
                more |= node != null && needed.addAll(node.inputs());
            }
        }
        Set<String> rest = new HashSet<>(plan.nodes().keySet());
        rest.removeAll(needed);
        return rest;
    }

    private static void add(
            TransferLearning.GraphBuilder builder,
            String name,
            Layer layer,
            String input,
            Optional<InputType> given) {
        builder.addLayer(
                name, layer, given.map(layer::getPreProcessorForInputType).orElse(null), input);
    }

    private static DenseLayer dense(int from, int to) {
        return new DenseLayer.Builder()
                .nIn(from)
                .nOut(to)
                .activation(Activation.IDENTITY)
                .weightInit(WeightInit.XAVIER)
                .build();
    }

    static OutputLayer output(int from, int classes) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(from)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .weightInit(WeightInit.XAVIER)
                .build();
    }
}
