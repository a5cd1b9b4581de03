package relrep.api.alignment;

import relrep.api.data.Matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fitted map as plain values, to be kept in a file and made again.
 *
 * @param tensors its numbers by name: of a linear map {@code weight}, {@code d × m}, and {@code
 *     shift}, {@code 1 × m}, so that an image is {@code z·weight + shift}
 * @param attributes what else the aligner must know
 * @param diagnostics what the fit told about itself
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
