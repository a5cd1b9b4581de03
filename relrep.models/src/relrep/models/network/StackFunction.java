package relrep.models.network;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.models.layer.BatchContext;
import relrep.models.layer.Kernel;
import relrep.models.layer.Stack;
import relrep.models.layer.WorkerContext;
import relrep.models.memory.Memory;
import relrep.models.training.Weights;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * A trained stack as a function of rows. It works in blocks, so that memory does not grow with the
 * rows. Every block is padded to full size, so a row's result is the same to the last bit whatever
 * the other rows are.
 *
 * @param stack the layers
 * @param weights their weights
 * @param rows the words for its inputs in a message, "samples"
 */
record StackFunction(Stack stack, Weights weights, String rows) {
    private static final int BLOCK = 64;

    Matrix apply(Matrix inputs) {
        int in = stack.input().size();
        if (inputs.cols() != in) {
            throw new InvalidInputException(
                    "the %s must have %d coordinates, as in training, not %d"
                            .formatted(rows, in, inputs.cols()));
        }
        return Matrix.filled(
                inputs.rows(), stack.output().size(), outputs -> fill(inputs.buffer(), outputs));
    }

    private void fill(FloatBuffer inputs, FloatBuffer outputs) {
        int in = stack.input().size();
        int out = stack.output().size();
        float[] block = new float[BLOCK * in];
        try (Memory memory = new Memory()) {
            List<Kernel> kernels =
                    stack.kernels(
                            BLOCK,
                            memory.block(weights.parameters()),
                            memory.block(weights.statistics()),
                            WorkerContext.alone(memory));
            while (inputs.hasRemaining()) {
                int n = Math.min(BLOCK, inputs.remaining() / in);
                inputs.get(block, 0, n * in);
                float[] values = block;
                for (Kernel kernel : kernels) {
                    values = kernel.forward(values, BLOCK, BatchContext.LOOK);
                }
                outputs.put(values, 0, n * out);
            }
        }
    }
}
