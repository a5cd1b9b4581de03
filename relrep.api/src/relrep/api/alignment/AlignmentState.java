package relrep.api.alignment;

import relrep.api.data.Matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fitted map as plain values, for writing to a file and reading back.
 *
 * @param tensors arrays of numbers by name. A linear map has {@code weight}, {@code d × m}, and
 *     {@code shift}, {@code 1 × m}; the image of <i>z</i> is {@code z·weight + shift}
 * @param attributes what else the aligner must know
 * @param diagnostics the numbers that describe the fit, {@link Alignment#diagnostics()}
 */
public record AlignmentState(
        Map<String, Matrix> tensors,
        Map<String, String> attributes,
        Map<String, Double> diagnostics) {
    /** Keeps copies, in their order. */
    public AlignmentState {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        diagnostics = Collections.unmodifiableMap(new LinkedHashMap<>(diagnostics));
    }
}
