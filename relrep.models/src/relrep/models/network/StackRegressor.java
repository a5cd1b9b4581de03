package relrep.models.network;

import relrep.api.data.Matrix;
import relrep.api.model.Epoch;
import relrep.api.model.NetworkState;
import relrep.api.model.Regressor;
import relrep.models.layer.Stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A learnt map that is a trained stack.
 *
 * @param half the stack
 * @param history the losses of the training
 * @param attributes the attributes from which the stack can be built again
 */
record StackRegressor(StackFunction half, List<Epoch> history, Map<String, String> attributes)
        implements Regressor {
    private static final String PREFIX = "map";
    private static final String HISTORY = "history";

    static StackRegressor of(
            StackFunction half, List<Epoch> history, Map<String, String> attributes) {
        return new StackRegressor(half, history, Map.copyOf(attributes));
    }

    /** Restores it from its state. */
    static StackRegressor restored(
            Stack stack, NetworkState state, Map<String, String> attributes) {
        StackFunction half =
                new StackFunction(stack, Tensors.weights(PREFIX, stack, state.tensors()), "inputs");
        String history = new Attributes(state.attributes()).get(HISTORY);
        return of(half, History.read(history), attributes);
    }

    @Override
    public Matrix predict(Matrix inputs) {
        return half.apply(inputs);
    }

    @Override
    public Optional<NetworkState> state() {
        Map<String, String> all = new LinkedHashMap<>();
        attributes.keySet().stream().sorted().forEach(key -> all.put(key, attributes.get(key)));
        all.put(HISTORY, History.write(history));
        return Optional.of(new NetworkState(Tensors.of(PREFIX, half.stack(), half.weights()), all));
    }
}
