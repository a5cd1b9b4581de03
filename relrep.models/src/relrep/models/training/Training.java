package relrep.models.training;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.ConvexOptimizer;
import org.deeplearning4j.optimize.solvers.StochasticGradientDescent;
import org.nd4j.linalg.api.ndarray.INDArray;

import relrep.api.model.Epoch;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.models.layer.Stack;
import relrep.models.memory.FloatBlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * Trains a stack, with batches in a seeded order, gradients from our kernels and steps by DL4J's
 * solver. The seed and the number of threads decide every byte of the result.
 */
public final class Training {
    private final Stack stack;
    private final Optional<Anchored> anchored;
    private final Optional<Penalised> penalised;
    private final Regimen regimen;
    private final int lanes;

    /**
     * Prepares training.
     *
     * @param lanes the number of threads that share each batch
     */
    public Training(Stack stack, Regimen regimen, int lanes) {
        this(stack, Optional.empty(), regimen, lanes);
    }

    /**
     * Prepares training of a stack, perhaps with fixed samples that its first layers embed.
     *
     * @param lanes the number of threads that share each batch
     */
    public Training(Stack stack, Optional<Anchored> anchored, Regimen regimen, int lanes) {
        this(stack, anchored, Optional.empty(), regimen, lanes);
    }

    /**
     * Prepares training of a stack, perhaps with fixed samples that its first layers embed, and
     * with penalties on the outputs of these layers.
     *
     * @param lanes the number of threads that share each batch
     */
    public Training(
            Stack stack,
            Optional<Anchored> anchored,
            Optional<Penalised> penalised,
            Regimen regimen,
            int lanes) {
        this.stack = stack;
        this.anchored = anchored;
        this.penalised = penalised;
        this.regimen = regimen;
        this.lanes = lanes;
    }

    /** Returns the initial weights of training. */
    public static Weights begin(Stack stack, Seed seed) {
        return new Weights(
                Stack.begin(stack.parameters(), seed.branch("weights").random()),
                Stack.begin(stack.statistics(), seed.branch("statistics").random()));
    }

    /**
     * Trains from seeded weights, each epoch in a seeded order.
     *
     * @param validation samples for the validation loss after each epoch
     * @param run {@code step} is called once per batch
     * @throws InvalidInputException when early stopping has no validation samples
     * @throws ArithmeticException when the loss is not finite any more
     */
    public TrainingResult fit(Examples train, Optional<Examples> validation, Run run) {
        IntFunction<int[]> orders =
                epoch -> run.seed().branch("order " + epoch).permutation(train.size());
        return fit(begin(stack, run.seed()), orders, train, validation, run);
    }

    /**
     * Trains from given weights, in given orders.
     *
     * @param orders the order of the samples in an epoch, from 1
     */
    public TrainingResult fit(
            Weights first,
            IntFunction<int[]> orders,
            Examples train,
            Optional<Examples> validation,
            Run run) {
        if (train.size() == 0) {
            throw new InvalidInputException("training needs at least 1 sample, there is none");
        }
        Optional<Examples> looked = validation.filter(examples -> examples.size() > 0);
        if (regimen.patience() > 0 && looked.isEmpty()) {
            throw new InvalidInputException(
                    "early stopping (patience=%d) needs validation samples, and there are none"
                            .formatted(regimen.patience()));
        }
        int batch = Math.min(regimen.batchSize(), train.size());
        long noise = run.seed().branch("noise").value();
        long total = (long) regimen.epochs() * ((train.size() + batch - 1) / batch);
        Optional<PenaltyPlan> plan =
                penalised.map(them -> them.during(run.seed().branch("penalties"), total));
        try (WorkerPool workforce =
                new WorkerPool(stack, anchored, plan, train.size(), first, batch, lanes, noise)) {
            return new Course(workforce, orders, train, looked, run, batch, total).run();
        }
    }

    /** One training run. */
    private final class Course {
        private final WorkerPool workforce;
        private final IntFunction<int[]> orders;
        private final Examples train;
        private final Optional<Examples> validation;
        private final Run run;
        private final StackLayer layer;
        private final ConvexOptimizer solver;
        private final List<Epoch> history = new ArrayList<>();
        private int[] order;
        private int from;
        private int rows;
        private final int batch;
        private final long total;
        private long step;

        Course(
                WorkerPool workforce,
                IntFunction<int[]> orders,
                Examples train,
                Optional<Examples> validation,
                Run run,
                int batch,
                long total) {
            this.workforce = workforce;
            this.orders = orders;
            this.train = train;
            this.validation = validation;
            this.run = run;
            this.batch = batch;
            this.total = total;
            NeuralNetConfiguration network = new StackConfiguration().network();
            INDArray parameters = workforce.parameters();
            INDArray gradients = workforce.gradients();
            layer = new StackLayer(network, parameters, gradients, this::gradients);
            Adam adam =
                    new Adam(
                            regimen,
                            total,
                            FloatBlock.over(parameters),
                            FloatBlock.over(gradients));
            solver = new StochasticGradientDescent(network, adam, List.of(), layer);
            solver.setUpdater(adam);
        }

        private double gradients() {
            return workforce.learn(train, order, from, rows, step);
        }

        TrainingResult run() {
            EarlyStopping best = new EarlyStopping(regimen.patience());
            for (int epoch = 1; epoch <= regimen.epochs() && !best.stop(); epoch++) {
                double trained = epoch(epoch);
                OptionalDouble looked =
                        validation.isPresent()
                                ? OptionalDouble.of(workforce.look(validation.get(), this::report))
                                : OptionalDouble.empty();
                history.add(new Epoch(epoch, trained, looked));
                best.see(looked, workforce::weights);
            }
            return new TrainingResult(
                    best.weights().orElseGet(workforce::weights), List.copyOf(history));
        }

        private double epoch(int number) {
            order = orders.apply(number);
            double sum = 0;
            for (from = 0; from < order.length; from += batch) {
                rows = Math.min(batch, order.length - from);
                solver.optimize(LayerWorkspaceMgr.noWorkspaces());
                sum += layer.score() * rows;
                step++;
                report();
            }
            double loss = sum / order.length;
            if (!Double.isFinite(loss)) {
                throw new ArithmeticException(
                        "the training loss must stay finite, in epoch %d it is %s; the learning rate is %s"
                                .formatted(number, loss, regimen.learningRate()));
            }
            return loss;
        }

        private void report() {
            run.step(step, total);
        }
    }
}
