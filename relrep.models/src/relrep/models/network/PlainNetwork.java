package relrep.models.network;

import relrep.api.model.Decoder;
import relrep.api.model.Encoder;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;

import java.util.List;

/** A trained network as the values that it consists of. */
public record PlainNetwork(
        Encoder encoder, Decoder decoder, List<Epoch> history, NetworkState state)
        implements Network {}
