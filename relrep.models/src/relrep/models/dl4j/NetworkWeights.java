package relrep.models.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import relrep.api.data.Matrix;
import relrep.api.model.NetworkState;
import relrep.api.run.InvalidInputException;
import relrep.models.network.Attributes;
import relrep.nd4j.Bridge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Converts a DL4J network to and from a state: its configuration in DL4J's JSON, and its parameters
 * by DL4J's names.
 */
final class NetworkWeights {
    private static final String CONFIGURATION = "dl4j-configuration";

    private NetworkWeights() {}

    /**
     * Returns the state of a network.
     *
     * @param more attributes besides the configuration
     */
    static NetworkState state(MultiLayerNetwork network, Map<String, String> more) {
        return state(network.paramTable(), network.getLayerWiseConfigurations().toJson(), more);
    }

    /** Returns the state of a graph. */
    static NetworkState state(ComputationGraph network, Map<String, String> more) {
        return state(network.paramTable(), network.getConfiguration().toJson(), more);
    }

    private static NetworkState state(
            Map<String, INDArray> parameters, String configuration, Map<String, String> more) {
        Map<String, Matrix> tensors = new LinkedHashMap<>();
        parameters.forEach(
                (name, values) -> tensors.put(name, Bridge.matrix(rows(values.dup('c')))));
        Map<String, String> attributes = new LinkedHashMap<>(more);
        attributes.put(CONFIGURATION, configuration);
        return new NetworkState(tensors, attributes);
    }

    /**
     * Returns the graph of a state.
     *
     * @throws InvalidInputException when the configuration is none, or a tensor does not suit it
     */
    static ComputationGraph restoreGraph(NetworkState state) {
        ComputationGraph network =
                new ComputationGraph(configuration(state, ComputationGraphConfiguration::fromJson));
        network.init();
        network.paramTable()
                .forEach((name, values) -> put(state.tensors().get(name), name, values));
        return network;
    }

    /**
     * Returns the network of a state.
     *
     * @throws InvalidInputException when the configuration is none, or a tensor does not suit it
     */
    static MultiLayerNetwork restore(NetworkState state) {
        MultiLayerNetwork network =
                new MultiLayerNetwork(configuration(state, MultiLayerConfiguration::fromJson));
        network.init();
        network.paramTable()
                .forEach((name, values) -> put(state.tensors().get(name), name, values));
        return network;
    }

    private static <C> C configuration(NetworkState state, Function<String, C> reader) {
        String json = new Attributes(state.attributes()).get(CONFIGURATION);
        try {
            return reader.apply(json);
        } catch (RuntimeException e) {
            throw new InvalidInputException(
                    "the network's state must have a configuration of DL4J's, and its own is none: "
                            + SavedNetwork.firstLine(e),
                    e);
        }
    }

    private static void put(Matrix tensor, String name, INDArray values) {
        INDArray flat = rows(values);
        long rows = flat.size(0);
        long cols = flat.size(1);
        if (tensor == null || tensor.rows() != rows || tensor.cols() != cols) {
            throw new InvalidInputException(
                    "the network's state must have a tensor '%s' of %d × %d, not %s"
                            .formatted(name, rows, cols, tensor == null ? "none" : tensor));
        }
        values.assign(Nd4j.create(tensor.toArray(), values.shape(), 'c'));
    }

    /** Returns biases as one row, and kernels of more dimensions as rows. */
    private static INDArray rows(INDArray values) {
        long rows = values.rank() == 1 ? 1 : values.size(0);
        return values.reshape('c', rows, values.length() / rows);
    }
}
