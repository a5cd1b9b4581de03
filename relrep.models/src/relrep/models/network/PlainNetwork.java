package relrep.models.network;

import relrep.api.data.Matrix;
import relrep.api.model.Decoder;
import relrep.api.model.Encoder;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;

import java.util.List;
import java.util.Optional;

/** A trained network, as plain values. */
public record PlainNetwork(
        Encoder encoder,
        Decoder decoder,
        Optional<Matrix> anchors,
        List<Epoch> history,
        NetworkState state)
        implements Network {
    /** Makes a network whose decoder takes latents. */
    public PlainNetwork(Encoder encoder, Decoder decoder, List<Epoch> history, NetworkState state) {
        this(encoder, decoder, Optional.empty(), history, state);
    }
}
