package relrep.models.dl4j;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

import relrep.api.model.DecodingProblem;
import relrep.api.model.Epoch;
import relrep.api.model.NetworkState;
import relrep.api.model.TrainedDecoder;
import relrep.models.network.Attributes;
import relrep.models.network.History;
import relrep.models.network.PlainDecoder;

import java.util.List;
import java.util.Map;

/** A DL4J output layer that is trained alone, on latents that are given. */
final class OutputHead {
    private static final String HISTORY = "history";

    private OutputHead() {}

    /**
     * Trains a head.
     *
     * @param network the output layer, initialised
     */
    static TrainedDecoder train(
            MultiLayerNetwork network, DecodingProblem problem, BatchTraining training) {
        List<Epoch> history =
                training.fit(
                        network,
                        BatchTraining.Examples.of(problem.latents(), problem.train()),
                        problem.validation()
                                .map(
                                        own ->
                                                BatchTraining.Examples.of(
                                                        problem.validationLatents().orElseThrow(),
                                                        own)));
        return decoder(
                network, NetworkWeights.state(network, Map.of(HISTORY, History.write(history))));
    }

    /** Restores a head. */
    static TrainedDecoder restore(NetworkState state) {
        return decoder(NetworkWeights.restore(state), state);
    }

    private static TrainedDecoder decoder(MultiLayerNetwork network, NetworkState state) {
        return new PlainDecoder(
                OutputDecoder.of(network),
                History.read(new Attributes(state.attributes()).get(HISTORY)),
                state);
    }
}
