package relrep.models.layer;

import relrep.models.memory.FloatBlock;

import java.util.Map;

/**
 * Where a kernel works.
 *
 * @param input how its inputs lie
 * @param capacity samples at most
 * @param number of the layer in its stack
 * @param parameters by name
 * @param gradients where to write them, by name; empty where nothing is learnt
 * @param statistics by name
 * @param wanted whether the gradient of the inputs is wanted
 * @param lane whose scratch memory is used
 */
public record LayerBuffers(
        Volume input,
        int capacity,
        int number,
        Map<String, FloatBlock> parameters,
        Map<String, FloatBlock> gradients,
        Map<String, FloatBlock> statistics,
        boolean wanted,
        WorkerContext lane) {
    /** Returns an array for the values of all samples, {@code size} a sample. */
    float[] values(int size) {
        return new float[capacity * size];
    }

    /** Returns an array for gradients, or none where the gradient of the inputs is not wanted. */
    float[] inputGradients() {
        return wanted ? values(input.size()) : new float[0];
    }
}
