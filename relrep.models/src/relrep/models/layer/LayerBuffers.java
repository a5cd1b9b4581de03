package relrep.models.layer;

import relrep.models.memory.FloatBlock;

import java.util.Map;

/**
 * The buffers of a kernel, and the layout of its data.
 *
 * @param input the layout of its inputs
 * @param capacity the greatest number of samples
 * @param number the number of the layer in its stack
 * @param parameters the parameters by name
 * @param gradients receive the gradients of the parameters, by name; empty if nothing is learnt
 * @param statistics the statistics by name
 * @param wanted whether the gradient of the inputs is wanted
 * @param lane the thread whose scratch memory is used
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
    /** Returns an array for the values of all samples, {@code size} per sample. */
    float[] values(int size) {
        return new float[capacity * size];
    }

    /** Returns an array for gradients; empty if the gradient of the inputs is not wanted. */
    float[] inputGradients() {
        return wanted ? values(input.size()) : new float[0];
    }
}
