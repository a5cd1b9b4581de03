package relrep.api.model;

import relrep.api.data.Matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trained network as plain values, for writing to a file and restoring.
 *
 * @param tensors the parameters by name; higher ranks flattened into rows
 * @param attributes everything else that the architecture needs: sizes, options, losses
 */
public record NetworkState(Map<String, Matrix> tensors, Map<String, String> attributes) {
    /** Keeps copies, in their order. */
    public NetworkState {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
