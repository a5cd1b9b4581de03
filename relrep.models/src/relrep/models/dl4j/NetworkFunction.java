package relrep.models.dl4j;

import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.List;
import java.util.Map;

/**
 * A DL4J network in inference mode: the activations of each layer, one row a sample. DL4J keeps the
 * samples in the network while it computes, so one thread at a time does.
 */
sealed interface NetworkFunction {
    /** Returns the activations at a tap as rows of floats. */
    INDArray compute(INDArray samples, NetworkPlan.Tap tap);

    /** Returns the network as a graph. */
    ComputationGraph graph();

    /** Returns the name of a node in {@link #graph()}. */
    String nameInGraph(String node);

    /** Returns each sample's values in one row. */
    private static INDArray rows(INDArray activations, NetworkPlan.Tap tap) {
        INDArray values = activations;
        if (tap.before() && tap.node().before().isPresent()) {
            values =
                    tap.node()
                            .before()
                            .get()
                            .preProcess(
                                    values, (int) values.size(0), LayerWorkspaceMgr.noWorkspaces());
        }
        INDArray dense = values.castTo(DataType.FLOAT).dup('c');
        return dense.rank() == 2 ? dense : dense.reshape('c', dense.size(0), -1);
    }

    /** Layers in a row. */
    final class Row implements NetworkFunction {
        private final MultiLayerNetwork network;
        private final List<String> names;

        /**
         * Takes a network.
         *
         * @param names of its layers, in their order
         */
        Row(MultiLayerNetwork network, List<String> names) {
            this.network = network;
            this.names = names;
            network.getLayerWiseConfigurations().setInferenceWorkspaceMode(WorkspaceMode.NONE);
        }

        @Override
        public ComputationGraph graph() {
            return network.toComputationGraph();
        }

        /** Layers in a row have their numbers for names there. */
        @Override
        public String nameInGraph(String node) {
            return Integer.toString(names.indexOf(node));
        }

        @Override
        public synchronized INDArray compute(INDArray samples, NetworkPlan.Tap tap) {
            int layer = names.indexOf(tap.node().name()) - (tap.before() ? 1 : 0);
            INDArray own = samples.castTo(network.getLayerWiseConfigurations().getDataType());
            if (layer < 0) {
                return rows(own, tap);
            }
            List<INDArray> all = network.feedForwardToLayer(layer, own, false);
            INDArray values = rows(all.get(all.size() - 1), tap);
            network.clear();
            return values;
        }
    }

    /** A graph of layers. */
    final class Graph implements NetworkFunction {
        private final ComputationGraph network;

        Graph(ComputationGraph network) {
            this.network = network;
            network.getConfiguration().setInferenceWorkspaceMode(WorkspaceMode.NONE);
        }

        @Override
        public ComputationGraph graph() {
            return network;
        }

        @Override
        public String nameInGraph(String node) {
            return node;
        }

        @Override
        public synchronized INDArray compute(INDArray samples, NetworkPlan.Tap tap) {
            INDArray own = samples.castTo(network.getConfiguration().getDataType());
            Map<String, INDArray> all = network.feedForward(own, false);
            String name = tap.before() ? NetworkPlan.only(tap.node()) : tap.node().name();
            INDArray values = rows(all.getOrDefault(name, own), tap);
            network.clear();
            return values;
        }
    }
}
