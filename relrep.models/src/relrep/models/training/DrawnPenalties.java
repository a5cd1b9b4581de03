package relrep.models.training;

import relrep.api.data.Matrix;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyValue;
import relrep.models.layer.AnchorLatents;
import relrep.models.layer.BatchContext;
import relrep.models.layer.Kernel;
import relrep.models.layer.Stack;
import relrep.models.layer.WorkerContext;
import relrep.models.memory.FloatBlock;
import relrep.models.memory.Memory;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The penalties on batches that are drawn for them. These pass the encoder as in inference, on one
 * thread, after the training batch. Their gradients are added to those of the training batch.
 */
final class DrawnPenalties {
    private final PenaltyPlan plan;
    private final Stack encoder;
    private final Optional<AnchorLatents> anchors;
    private final List<Penalty> penalties;
    private final List<BatchDrawer> drawers = new ArrayList<>();
    private final List<Kernel> kernels;
    private final FloatBlock own;
    private final float[] inputs;
    private final float[] gradients;
    private final float[] sum;
    private final float[] more;

    /**
     * Makes them, with kernels of their own.
     *
     * @param samples the number of training samples
     * @param parameters the parameters of the whole stack
     * @param statistics the statistics of the whole stack
     */
    DrawnPenalties(
            PenaltyPlan plan,
            Optional<AnchorLatents> anchors,
            int samples,
            FloatBlock parameters,
            FloatBlock statistics,
            Memory memory) {
        this.plan = plan;
        this.anchors = anchors;
        encoder = plan.penalised().encoder();
        penalties = plan.penalties(false);
        for (int i = 0; i < penalties.size(); i++) {
            drawers.add(
                    new BatchDrawer(
                            penalties.get(i).sampling(),
                            samples,
                            plan.penalised().labels(),
                            plan.seed().branch(String.valueOf(i)).random()));
        }
        int capacity = drawers.stream().mapToInt(BatchDrawer::largest).max().orElse(0);
        own = memory.block(Stack.size(encoder.parameters()));
        kernels =
                encoder.kernels(capacity, parameters, own, statistics, WorkerContext.alone(memory));
        inputs = new float[capacity * encoder.input().size()];
        gradients = new float[capacity * encoder.output().size()];
        sum = new float[own.length()];
        more = new float[own.length()];
    }

    /**
     * Returns the sum of the penalties that are due.
     *
     * @param samples the training samples
     * @param all receives their gradients, added to those that are there
     */
    double learn(Matrix samples, long step, FloatBlock all) {
        double value = 0;
        for (int i = 0; i < penalties.size(); i++) {
            if (PenaltyPlan.due(penalties.get(i), step)) {
                for (int[] batch : drawers.get(i).next()) {
                    value += learn(penalties.get(i), samples, batch, step);
                    add(all);
                }
            }
        }
        return value;
    }

    private double learn(Penalty penalty, Matrix samples, int[] batch, long step) {
        Matrix latents = encode(samples, batch, step);
        Optional<Matrix> relative = anchors.map(them -> them.compareStill(latents));
        PenaltyValue value = plan.measure(penalty, latents, relative, batch, step);
        int length = latents.rows() * latents.cols();
        value.latents().buffer().get(0, gradients, 0, length);
        if (value.relative().isPresent()) {
            FloatBuffer back =
                    anchors.orElseThrow().pullBackStill(latents, value.relative().get()).buffer();
            for (int i = 0; i < length; i++) {
                gradients[i] += back.get(i);
            }
        }
        float[] gradient = gradients;
        for (int i = kernels.size() - 1; i >= encoder.firstLearning(); i--) {
            gradient = kernels.get(i).backward(gradient, batch.length);
        }
        return value.value();
    }

    private Matrix encode(Matrix samples, int[] batch, long step) {
        FloatBuffer memory = samples.buffer();
        int width = encoder.input().size();
        for (int row = 0; row < batch.length; row++) {
            memory.get(batch[row] * width, inputs, row * width, width);
        }
        float[] values = inputs;
        for (Kernel kernel : kernels) {
            values = kernel.forward(values, batch.length, BatchContext.still(step));
        }
        int size = encoder.output().size();
        return Matrix.wrap(batch.length, size, FloatBuffer.wrap(values, 0, batch.length * size));
    }

    private void add(FloatBlock all) {
        all.get(0, sum, 0, sum.length);
        own.get(0, more, 0, more.length);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
        all.put(0, sum, 0, sum.length);
    }
}
