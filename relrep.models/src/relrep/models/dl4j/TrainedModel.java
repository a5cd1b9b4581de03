package relrep.models.dl4j;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

/** A DL4J network that is trained: layers in a row, or a graph. DL4J has no type for the two. */
sealed interface TrainedModel {
    /** Makes one step. */
    void fit(DataSet batch);

    /** Returns the loss of the last step. */
    double score();

    /** Returns the loss of other samples, at inference. */
    double loss(DataSet batch);

    /** Lets go of the samples of the last step. */
    void clear();

    /** Layers in a row. */
    record Row(MultiLayerNetwork network) implements TrainedModel {
        @Override
        public void fit(DataSet batch) {
            network.fit(batch);
        }

        @Override
        public double score() {
            return network.score();
        }

        @Override
        public double loss(DataSet batch) {
            return network.score(batch, false);
        }

        @Override
        public void clear() {
            network.clear();
        }
    }

    /** A graph of layers. */
    record Graph(ComputationGraph network) implements TrainedModel {
        @Override
        public void fit(DataSet batch) {
            network.fit(batch);
        }

        @Override
        public double score() {
            return network.score();
        }

        @Override
        public double loss(DataSet batch) {
            return network.score(batch, false);
        }

        @Override
        public void clear() {
            network.clear();
        }
    }
}
