package relrep.models.training;

import relrep.models.layer.BatchContext;
import relrep.models.layer.Kernel;
import relrep.models.layer.Stack;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/** The kernels of one thread, with the arrays at both ends. */
final class Learner {
    private final List<Kernel> kernels;
    private final int lowest;
    private final int width;
    private final List<LatentTap> taps;
    private final float[] inputs;
    private final float[] gradients;
    private double loss;

    /**
     * Makes it.
     *
     * @param kernels the kernels of the stack
     * @param taps take values in training, and give gradients
     * @param capacity the greatest number of samples
     */
    Learner(Stack stack, List<Kernel> kernels, List<LatentTap> taps, int capacity) {
        this.kernels = kernels;
        this.taps = taps;
        lowest = stack.firstLearning();
        width = stack.input().size();
        inputs = new float[capacity * width];
        gradients = new float[capacity * stack.output().size()];
    }

    private float[] forward(
            Examples examples, int[] samples, int from, int rows, BatchContext pass) {
        FloatBuffer memory = examples.inputs().buffer();
        for (int row = 0; row < rows; row++) {
            memory.get(samples[from + row] * width, inputs, row * width, width);
        }
        float[] values = inputs;
        for (int i = 0; i < kernels.size(); i++) {
            values = kernels.get(i).forward(values, rows, pass);
            if (pass.training()) {
                for (LatentTap tap : taps) {
                    tap.keep(i, values, rows);
                }
            }
        }
        return values;
    }

    /** Returns the sum of the losses of samples. */
    double look(Examples examples, int[] samples, int from, int rows) {
        float[] outputs = forward(examples, samples, from, rows, BatchContext.LOOK);
        return penalties() + examples.loss().measure(outputs, rows, samples, from, 0, new float[0]);
    }

    private double penalties() {
        double sum = 0;
        for (Kernel kernel : kernels) {
            sum += kernel.penalty();
        }
        return sum;
    }

    /** Computes the outputs of a share of a batch, and the gradients of the outputs. */
    void begin(Examples examples, int[] samples, int from, int rows, BatchContext pass) {
        float[] outputs = forward(examples, samples, from, rows, pass);
        Arrays.fill(gradients, 0f);
        loss =
                penalties()
                        + examples.loss()
                                .measure(outputs, rows, samples, from, pass.scale(), gradients);
    }

    /**
     * Writes the gradients of the share that {@link #begin} began, and returns the sum of its
     * losses.
     *
     * @param tapped whether the taps add gradients
     */
    double finish(int rows, boolean tapped) {
        float[] gradient = gradients;
        for (int i = kernels.size() - 1; i >= lowest; i--) {
            for (int tap = 0; tapped && tap < taps.size(); tap++) {
                taps.get(tap).add(i, gradient, rows);
            }
            gradient = kernels.get(i).backward(gradient, rows);
        }
        return loss;
    }
}
