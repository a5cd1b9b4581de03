package relrep.models.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;

import relrep.api.run.InvalidInputException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration of a DL4J network: its layers, and what leads to what.
 *
 * @param model the file, for messages
 * @param nodes the layers and vertices by name
 * @param input the name of the network's input
 * @param output the name of its last node
 * @param types the form of each node's activations by the form of the samples
 * @param samples the form of the samples, where the file has it
 */
record NetworkPlan(
        Object model,
        Map<String, NetworkNode> nodes,
        String input,
        String output,
        Function<InputType, Map<String, InputType>> types,
        Optional<InputType> samples) {
    private static final String INPUT = "(input)";

    /** Reads the configuration of layers in a row. */
    static NetworkPlan of(Object model, MultiLayerConfiguration configuration) {
        Map<String, NetworkNode> nodes = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        String before = INPUT;
        for (NeuralNetConfiguration each : configuration.getConfs()) {
            Layer layer = each.getLayer();
            int index = names.size();
            String own = layer.getLayerName();
            String name = own == null || nodes.containsKey(own) ? "layer" + index : own;
            nodes.put(
                    name,
                    new NetworkNode(
                            name,
                            Optional.of(layer),
                            Optional.ofNullable(configuration.getInputPreProcess(index)),
                            List.of(before)));
            names.add(name);
            before = name;
        }
        return new NetworkPlan(
                model,
                nodes,
                INPUT,
                before,
                type -> {
                    List<InputType> all = configuration.getLayerActivationTypes(type);
                    Map<String, InputType> types = new LinkedHashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        types.put(names.get(i), all.get(i));
                    }
                    return types;
                },
                Optional.empty());
    }

    /**
     * Reads the configuration of a graph.
     *
     * @throws InvalidInputException when it takes several inputs
     */
    static NetworkPlan of(Object model, ComputationGraphConfiguration configuration) {
        List<String> inputs = configuration.getNetworkInputs();
        if (inputs.size() != 1) {
            throw new InvalidInputException(
                    "%s must take 1 input, and takes %d: %s"
                            .formatted(model, inputs.size(), String.join(", ", inputs)));
        }
        Map<String, NetworkNode> nodes = new LinkedHashMap<>();
        configuration
                .getVertices()
                .forEach(
                        (name, vertex) -> {
                            Optional<LayerVertex> layer =
                                    Optional.of(vertex)
                                            .filter(LayerVertex.class::isInstance)
                                            .map(LayerVertex.class::cast);
                            nodes.put(
                                    name,
                                    new NetworkNode(
                                            name,
                                            layer.map(own -> own.getLayerConf().getLayer()),
                                            layer.map(LayerVertex::getPreProcessor),
                                            configuration.getVertexInputs().get(name)));
                        });
        return new NetworkPlan(
                model,
                nodes,
                inputs.get(0),
                configuration.getNetworkOutputs().get(0),
                type -> configuration.getLayerActivationTypes(false, type),
                Optional.empty());
    }

    /** Returns the plan with the form of the samples. */
    NetworkPlan of(InputType type) {
        return new NetworkPlan(model, nodes, input, output, types, Optional.of(type));
    }

    /**
     * Returns where the latents are.
     *
     * @param layer whose activations they are; empty for what the output layer takes
     * @throws InvalidInputException when there is no such layer
     */
    Tap tap(String layer) {
        if (!layer.isBlank()) {
            if (!nodes.containsKey(layer)) {
                throw InvalidInputException.of(
                        "layer",
                        "must be one of %s, which has %s, and not '%s'"
                                .formatted(model, String.join(", ", nodes.keySet()), layer));
            }
            return new Tap(nodes.get(layer), false);
        }
        NetworkNode node = nodes.get(output);
        boolean head = node.isOutput();
        while (!node.isWeighted() && node.inputs().size() == 1 && nodes.containsKey(only(node))) {
            head |= node.isOutput();
            node = nodes.get(only(node));
        }
        return head ? new Tap(node, true) : new Tap(nodes.get(output), false);
    }

    static String only(NetworkNode node) {
        return node.inputs().get(0);
    }

    /** Returns the form of the samples. */
    SampleForm form() {
        SampleForm form = FirstLayer.form(this);
        return form instanceof SampleForm.Pictures pictures
                        && samples.orElse(null) instanceof InputType.InputTypeConvolutional known
                ? new SampleForm.Pictures(
                        known.getChannels(),
                        known.getHeight(),
                        known.getWidth(),
                        pictures.channelsLast())
                : form;
    }

    /**
     * Where latents are taken.
     *
     * @param node a layer
     * @param before whether they are its input, not its activations
     */
    record Tap(NetworkNode node, boolean before) {}
}
