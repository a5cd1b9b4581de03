package relrep.models.training;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import relrep.models.layer.BatchContext;
import relrep.models.layer.Kernel;
import relrep.models.layer.Stack;
import relrep.models.layer.ThreadBarrier;
import relrep.models.layer.WorkerContext;
import relrep.models.memory.FloatBlock;
import relrep.models.memory.Memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The threads that train one stack, and their shared memory: parameters and gradients as ND4J
 * arrays, statistics, scratch. Closing it frees all of this memory.
 */
final class WorkerPool implements AutoCloseable {
    private final Memory memory = new Memory();
    private final ThreadBarrier team;
    private final INDArray parameters;
    private final INDArray gradients;
    private final FloatBlock statistics;
    private final List<FloatBlock> shares = new ArrayList<>();
    private final List<Learner> learners = new ArrayList<>();
    private final Optional<Embedding> embedding;
    private final Optional<BatchPenalties> batchPenalties;
    private final Optional<DrawnPenalties> drawnPenalties;
    private final double[] losses;
    private final int capacity;

    WorkerPool(
            Stack stack,
            Optional<Anchored> anchored,
            Weights weights,
            int batchSize,
            int lanes,
            long noise) {
        this(stack, anchored, Optional.empty(), 0, weights, batchSize, lanes, noise);
    }

    /**
     * Starts the threads.
     *
     * @param plan the penalties, if there are any
     * @param samples the number of training samples, from which batches for penalties are drawn
     */
    WorkerPool(
            Stack stack,
            Optional<Anchored> anchored,
            Optional<PenaltyPlan> plan,
            int samples,
            Weights weights,
            int batchSize,
            int lanes,
            long noise) {
        int count = weights.parameters().length;
        team = new ThreadBarrier(lanes);
        losses = new double[lanes];
        capacity = (batchSize + lanes - 1) / lanes;
        parameters = Nd4j.create(DataType.FLOAT, 1, count);
        gradients = Nd4j.create(DataType.FLOAT, 1, count);
        statistics = memory.block(weights.statistics());
        load(weights);
        Optional<PenaltyPlan> onBatch = plan.filter(p -> !p.penalties(true).isEmpty());
        List<LatentTap> latents = new ArrayList<>();
        List<LatentTap> relative = new ArrayList<>();
        for (int i = 0; i < lanes; i++) {
            shares.add(i == 0 ? FloatBlock.over(gradients) : memory.block(count));
            List<LatentTap> taps = onBatch.map(p -> taps(stack, anchored, p)).orElse(List.of());
            latents.addAll(taps.subList(0, Math.min(1, taps.size())));
            relative.addAll(taps.subList(Math.min(1, taps.size()), taps.size()));
            WorkerContext lane = new WorkerContext(i, team, noise, memory);
            learners.add(learner(stack, lane, shares.get(i), taps));
        }
        batchPenalties =
                onBatch.map(p -> new BatchPenalties(p, latents, relative, capacity * lanes));
        embedding =
                anchored.map(
                        anchors ->
                                new Embedding(
                                        anchors, FloatBlock.over(parameters), statistics, memory));
        drawnPenalties =
                plan.filter(p -> !p.penalties(false).isEmpty())
                        .map(
                                p ->
                                        new DrawnPenalties(
                                                p,
                                                anchored.map(Anchored::latents),
                                                samples,
                                                FloatBlock.over(parameters),
                                                statistics,
                                                memory));
    }

    private Learner learner(
            Stack stack, WorkerContext lane, FloatBlock share, List<LatentTap> taps) {
        FloatBlock all = FloatBlock.over(parameters);
        List<Kernel> kernels = stack.kernels(capacity, all, share, statistics, lane);
        return new Learner(stack, kernels, taps, capacity);
    }

    /** Returns the taps after the encoder, and after the projection if there is one. */
    private List<LatentTap> taps(Stack stack, Optional<Anchored> anchored, PenaltyPlan plan) {
        List<LatentTap> taps = new ArrayList<>();
        int width = plan.penalised().encoder().output().size();
        int below = stack.indexAfter(plan.penalised().encoder());
        taps.add(new LatentTap(below, width, capacity));
        anchored.ifPresent(
                anchors ->
                        taps.add(new LatentTap(below + 1, anchors.latents().columns(), capacity)));
        return taps;
    }

    INDArray parameters() {
        return parameters;
    }

    INDArray gradients() {
        return gradients;
    }

    /** Sets the weights. */
    void load(Weights weights) {
        FloatBlock.over(parameters).put(0, weights.parameters(), 0, weights.parameters().length);
        statistics.put(0, weights.statistics(), 0, weights.statistics().length);
    }

    /** Returns a copy of the current weights. */
    Weights weights() {
        return new Weights(FloatBlock.over(parameters).toArray(), statistics.toArray());
    }

    /** Computes the gradients of a batch and returns its mean loss. */
    double learn(Examples examples, int[] samples, int from, int rows, long step) {
        embedding.ifPresent(anchors -> anchors.learn(step));
        int share = (rows + team.lanes() - 1) / team.lanes();
        boolean due = batchPenalties.isPresent() && batchPenalties.get().due(step);
        team.run(
                lane -> {
                    int first = Math.min(rows, lane * share);
                    int mine = Math.min(share, rows - first);
                    BatchContext pass = new BatchContext(true, step, first, 1.0 / rows);
                    Learner learner = learners.get(lane);
                    learner.begin(examples, samples, from + first, mine, pass);
                    if (!due) {
                        losses[lane] = learner.finish(mine, false);
                    }
                });
        double added = 0;
        if (due) {
            added = batchPenalties.get().measure(samples, from, rows, share, step);
            team.run(
                    lane -> {
                        int mine = Math.min(share, rows - Math.min(rows, lane * share));
                        losses[lane] = learners.get(lane).finish(mine, true);
                    });
        }
        addShares(rows, share);
        if (drawnPenalties.isPresent()) {
            added += drawnPenalties.get().learn(examples.inputs(), step, shares.get(0));
        }
        return Arrays.stream(losses).sum() / rows + added;
    }

    /**
     * Adds the gradients of the other threads to those of the first, in the order of the threads.
     */
    private void addShares(int rows, int share) {
        for (int lane = 1; lane < shares.size() && lane * share < rows; lane++) {
            float[] sum = shares.get(0).toArray();
            float[] more = shares.get(lane).toArray();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += more[i];
            }
            shares.get(0).put(0, sum, 0, sum.length);
        }
    }

    /** Returns the mean loss of all samples, without training on them. */
    double look(Examples examples, Runnable breath) {
        embedding.ifPresent(Embedding::look);
        int[] samples = new int[examples.size()];
        Arrays.setAll(samples, i -> i);
        double sum = 0;
        for (int low = 0; low < samples.length; low += capacity * team.lanes()) {
            int from = low;
            team.run(
                    lane -> {
                        int first = Math.min(samples.length, from + lane * capacity);
                        int mine = Math.min(capacity, samples.length - first);
                        losses[lane] = learners.get(lane).look(examples, samples, first, mine);
                    });
            sum += Arrays.stream(losses).sum();
            breath.run();
        }
        return sum / samples.length;
    }

    @Override
    public void close() {
        team.close();
        parameters.close();
        gradients.close();
        memory.close();
    }
}
