package relrep.models.network;

import relrep.api.data.Matrix;
import relrep.api.model.Decoder;
import relrep.api.model.Encoder;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;

import java.util.List;
import java.util.Optional;

/**
 * A network of another architecture, with more attributes in its state.
 *
 * @param inner the network
 * @param state the state with the attributes
 */
public record AnnotatedNetwork(Network inner, NetworkState state) implements Network {
    @Override
    public Encoder encoder() {
        return inner.encoder();
    }

    @Override
    public Decoder decoder() {
        return inner.decoder();
    }

    @Override
    public Optional<Matrix> anchors() {
        return inner.anchors();
    }

    @Override
    public List<Epoch> history() {
        return inner.history();
    }
}
