package relrep.workbench.contract;

import relrep.api.data.Matrix;
import relrep.api.model.Decoder;
import relrep.api.model.Encoder;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.OutputRange;

import java.util.List;
import java.util.Optional;

/**
 * Checks a network: its latents and outputs must have the requested shape.
 *
 * @param shape the requested shape, null where it is not known yet
 * @param range of reconstructions, as its architecture declares
 */
record CheckedNetwork(ContractCheck check, Network plugin, NetworkShape shape, OutputRange range)
        implements Network {
    /** Returns a restored network, checked against the shape that it was trained with. */
    static Network in(NetworkShape shape, Network network) {
        return network instanceof CheckedNetwork checked
                ? new CheckedNetwork(checked.check, checked.plugin, shape, checked.range)
                : network;
    }

    @Override
    public Encoder encoder() {
        Encoder encoder = check.get("encoder", "an encoder", plugin::encoder);
        return new CheckedEncoder(
                check, encoder, shape == null ? CheckedPlugin.UNKNOWN : shape.latents());
    }

    @Override
    public Decoder decoder() {
        return new CheckedDecoder(
                check, check.get("decoder", "a decoder", plugin::decoder), shape, range);
    }

    @Override
    public Optional<Matrix> anchors() {
        Optional<Matrix> anchors = check.get("anchors", "an optional", plugin::anchors);
        int width = shape == null ? CheckedPlugin.UNKNOWN : shape.latents();
        return anchors.map(
                latents -> check.matrix("anchors", latents.rows(), width, () -> latents));
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
