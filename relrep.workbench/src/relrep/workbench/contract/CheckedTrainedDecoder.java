package relrep.workbench.contract;

import relrep.api.model.Decoder;
import relrep.api.model.Epoch;
import relrep.api.model.NetworkState;
import relrep.api.model.OutputRange;
import relrep.api.model.TrainedDecoder;

import java.util.List;

/**
 * Checks the outputs of a decoder that was trained alone.
 *
 * @param shape the requested shape, null where it is not known
 * @param range of reconstructions
 */
record CheckedTrainedDecoder(
        ContractCheck check, TrainedDecoder plugin, NetworkShape shape, OutputRange range)
        implements TrainedDecoder {
    @Override
    public Decoder decoder() {
        return new CheckedDecoder(
                check, check.get("decoder", "a decoder", plugin::decoder), shape, range);
    }

    @Override
    public List<Epoch> history() {
        return check.get("history", "a list", plugin::history);
    }

    @Override
    public NetworkState state() {
        return CheckedState.of(check, check.get("state", "a state", plugin::state));
    }
}
