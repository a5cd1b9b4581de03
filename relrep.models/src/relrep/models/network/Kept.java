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
 * Another architecture's network that is kept with more attributes.
 *
 * @param inner the network
 * @param state what is kept
 */
public record Kept(Network inner, NetworkState state) implements Network {
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
