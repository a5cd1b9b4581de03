package relrep.api.transform;

import relrep.api.data.Matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fitted transform as plain values, for writing to a file and reading back.
 *
 * @param tensors arrays of numbers by name
 * @param attributes what else the transform must know
 * @param diagnostics the numbers that describe the fit, {@link FittedTransform#diagnostics()}
 */
public record TransformState(
        Map<String, Matrix> tensors,
        Map<String, String> attributes,
        Map<String, Double> diagnostics) {
    /** Keeps copies, in their order. */
    public TransformState {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        diagnostics = Collections.unmodifiableMap(new LinkedHashMap<>(diagnostics));
    }
}
