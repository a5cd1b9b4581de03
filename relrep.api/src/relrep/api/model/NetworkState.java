package relrep.api.model;

import relrep.api.data.Matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trained network as plain values, to be kept in a file and restored.
 *
 * @param tensors the parameters by name; higher ranks flattened into rows
 * @param attributes what else the architecture must know: sizes, options, losses
 */
public record NetworkState(Map<String, Matrix> tensors, Map<String, String> attributes) {
    /** Keeps copies, in their order. */
    public NetworkState {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
