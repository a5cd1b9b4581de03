package relrep.models.network;

import relrep.api.model.Decoder;
import relrep.api.model.Epoch;
import relrep.api.model.NetworkState;
import relrep.api.model.TrainedDecoder;

import java.util.List;

/** A decoder that was trained alone, as plain values. */
public record PlainDecoder(Decoder decoder, List<Epoch> history, NetworkState state)
        implements TrainedDecoder {}
