package relrep.models.network;

import relrep.api.data.Content;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.model.DecodingProblem;
import relrep.api.model.DenoisingArchitecture;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.Objective;
import relrep.api.model.Regressor;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.models.layer.InputNoise;
import relrep.models.layer.Stack;
import relrep.models.training.CrossEntropy;
import relrep.models.training.Examples;
import relrep.models.training.Loss;
import relrep.models.training.MeanSquares;
import relrep.models.training.Penalised;
import relrep.models.training.Regimen;
import relrep.models.training.Training;
import relrep.models.training.TrainingResult;
import relrep.models.training.Weights;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains and restores the networks of a blueprint, with their states as named tensors.
 *
 * @param <O> the blueprint's options
 */
public final class NetworkTrainer<O extends Record> implements DenoisingArchitecture {
    private static final String ENCODER = "encoder";
    private static final String DECODER = "decoder";
    private static final String SHAPE = "shape";
    private static final String WIDTH = "width";
    private static final String OBJECTIVE = "objective";
    private static final String CLASSES = "classes";
    private static final String HISTORY = "history";

    private final Blueprint<O> blueprint;
    private final int lanes;

    /**
     * Makes a trainer.
     *
     * @param lanes the number of threads that share each batch
     */
    public NetworkTrainer(Blueprint<O> blueprint, int lanes) {
        this.blueprint = blueprint;
        this.lanes = lanes;
    }

    @Override
    public Network train(TrainingProblem problem, Run run) {
        return trainOnNoise(problem, 0, run);
    }

    @Override
    public Network trainOnNoise(TrainingProblem problem, double noise, Run run) {
        Goal goal = Goal.of(problem.objective(), problem.train());
        int width = problem.bottleneck().width();
        Stack encoder = blueprint.encoder(goal.shape(), width);
        DecoderInput taken = DecoderInput.through(problem.bottleneck());
        Stack decoder = decoder(taken, goal);
        JoinedNetwork joined = JoinedNetwork.of(encoder, problem.bottleneck(), decoder);
        TrainingResult fitted =
                new Training(
                                noisy(noise, joined.stack()),
                                joined.anchored(),
                                penalised(encoder, problem),
                                blueprint.regimen(),
                                lanes)
                        .fit(
                                examples(goal, problem.train().inputs(), problem.train()),
                                problem.validation().map(s -> examples(goal, s.inputs(), s)),
                                run);
        Weights below = below(encoder, fitted.weights());
        Weights above = above(encoder, fitted.weights());
        Map<String, Matrix> tensors = Tensors.of(ENCODER, encoder, below);
        tensors.putAll(Tensors.of(DECODER, decoder, above));
        Map<String, String> attributes = attributes(goal, width, fitted.history());
        joined.anchored()
                .map(
                        anchors ->
                                new StackFunction(encoder, below, "anchors")
                                        .apply(anchors.samples()))
                .ifPresent(latents -> taken.keep(latents, tensors, attributes));
        NetworkState state = new NetworkState(tensors, attributes);
        return network(encoder, below, decoder, above, fitted.history(), state);
    }

    private static Optional<Penalised> penalised(Stack encoder, TrainingProblem problem) {
        return problem.penalties().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Penalised(encoder, problem.penalties(), problem.train().labels()));
    }

    @Override
    public boolean takesPenalties() {
        return true;
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        Goal goal = Goal.of(problem.objective(), problem.train());
        Stack decoder = decoder(DecoderInput.latents(problem.latents().cols()), goal);
        TrainingResult fitted =
                new Training(decoder, blueprint.regimen(), lanes)
                        .fit(
                                examples(goal, problem.latents(), problem.train()),
                                problem.validationLatents()
                                        .map(z -> examples(goal, z, problem.validation().get())),
                                run);
        Map<String, Matrix> tensors = Tensors.of(DECODER, decoder, fitted.weights());
        Map<String, String> attributes =
                attributes(goal, problem.latents().cols(), fitted.history());
        return new PlainDecoder(
                new StackDecoder(new StackFunction(decoder, fitted.weights(), "latents")),
                fitted.history(),
                new NetworkState(tensors, attributes));
    }

    @Override
    public Network restore(NetworkState state) {
        Attributes attributes = new Attributes(state.attributes());
        Goal goal = goal(attributes);
        int width = attributes.number(WIDTH);
        NetworkTrainer<O> same = following(attributes);
        Stack encoder = same.blueprint.encoder(goal.shape(), width);
        Stack decoder = same.decoder(DecoderInput.of(state, width), goal);
        return network(
                encoder,
                Tensors.weights(ENCODER, encoder, state.tensors()),
                decoder,
                Tensors.weights(DECODER, decoder, state.tensors()),
                History.read(attributes.get(HISTORY)),
                state);
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        Attributes attributes = new Attributes(state.attributes());
        DecoderInput taken = DecoderInput.latents(attributes.number(WIDTH));
        Stack decoder = following(attributes).decoder(taken, goal(attributes));
        Weights weights = Tensors.weights(DECODER, decoder, state.tensors());
        return new PlainDecoder(
                new StackDecoder(new StackFunction(decoder, weights, "latents")),
                History.read(attributes.get(HISTORY)),
                state);
    }

    /**
     * Trains a stack from inputs to targets, with the mean squared error as its loss.
     *
     * @param attributes the attributes of its state, from which the stack can be built again
     */
    public static Regressor regress(
            Stack stack,
            Map<String, String> attributes,
            Regimen regimen,
            Matrix inputs,
            Matrix targets,
            Run run) {
        inputs.requireFinite("the inputs");
        targets.requireFinite("the targets");
        Examples examples = new Examples(inputs, new MeanSquares(targets));
        TrainingResult fitted =
                new Training(stack, regimen, 1).fit(examples, Optional.empty(), run);
        StackFunction half = new StackFunction(stack, fitted.weights(), "inputs");
        return StackRegressor.of(half, fitted.history(), attributes);
    }

    /** Restores a map from its state. */
    public static Regressor restoreRegressor(
            Stack stack, Map<String, String> attributes, NetworkState state) {
        return StackRegressor.restored(stack, state, attributes);
    }

    /** Returns the trainer for the options in some attributes. */
    @SuppressWarnings("unchecked")
    private NetworkTrainer<O> following(Attributes attributes) {
        Class<O> type = (Class<O>) blueprint.options().getClass();
        return new NetworkTrainer<>(blueprint.with(attributes.options(type)), lanes);
    }

    private Stack decoder(DecoderInput taken, Goal goal) {
        return taken.before(
                goal.objective() == Objective.RECONSTRUCT
                        ? blueprint.decoder(taken.width(), goal.shape())
                        : blueprint.classifier(taken.width(), goal.classes()));
    }

    /** Returns a stack with noise on its inputs; this adds no parameters. */
    private static Stack noisy(double noise, Stack stack) {
        return noise == 0
                ? stack
                : new Stack(stack.input(), List.of(new InputNoise(noise))).then(stack);
    }

    private Examples examples(Goal goal, Matrix inputs, Samples samples) {
        inputs.requireFinite("what a network is trained on");
        return new Examples(
                inputs,
                goal.objective() == Objective.RECONSTRUCT
                        ? blueprint.loss(samples.inputs())
                        : goal.classification(samples));
    }

    private Map<String, String> attributes(Goal goal, int width, List<Epoch> history) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(SHAPE, goal.shape().toString());
        attributes.put(WIDTH, String.valueOf(width));
        attributes.put(OBJECTIVE, goal.objective().name());
        attributes.put(CLASSES, String.valueOf(goal.classes()));
        attributes.put(HISTORY, History.write(history));
        attributes.putAll(Attributes.of(blueprint.options()));
        return attributes;
    }

    private static Goal goal(Attributes attributes) {
        String objective = attributes.get(OBJECTIVE);
        return new Goal(
                Arrays.stream(Objective.values())
                        .filter(value -> value.name().equals(objective))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "the objective of a network's state cannot be '%s'"
                                                        .formatted(objective))),
                attributes.shape(SHAPE),
                attributes.number(CLASSES));
    }

    private static Network network(
            Stack encoder,
            Weights below,
            Stack decoder,
            Weights above,
            List<Epoch> history,
            NetworkState state) {
        return new PlainNetwork(
                new StackEncoder(new StackFunction(encoder, below, "samples")),
                new StackDecoder(new StackFunction(decoder, above, "latents")),
                DecoderInput.anchors(state),
                history,
                state);
    }

    private static Weights below(Stack encoder, Weights all) {
        return new Weights(
                Arrays.copyOf(all.parameters(), Stack.size(encoder.parameters())),
                Arrays.copyOf(all.statistics(), Stack.size(encoder.statistics())));
    }

    private static Weights above(Stack encoder, Weights all) {
        int parameters = Stack.size(encoder.parameters());
        int statistics = Stack.size(encoder.statistics());
        return new Weights(
                Arrays.copyOfRange(all.parameters(), parameters, all.parameters().length),
                Arrays.copyOfRange(all.statistics(), statistics, all.statistics().length));
    }

    /** The aim of a network, and the shape of its samples. */
    private record Goal(Objective objective, Shape shape, int classes) {
        static Goal of(Objective objective, Samples train) {
            if (objective == Objective.RECONSTRUCT) {
                return new Goal(objective, train.shape(), 0);
            }
            int classes = train.requireLabels().classes().size();
            if (classes < 2) {
                throw new InvalidInputException(
                        "to classify there must be at least 2 classes, there is " + classes);
            }
            return new Goal(objective, shape(train), classes);
        }

        /** Returns the shape of samples; classes of texts need none. */
        private static Shape shape(Samples samples) {
            return samples.content().content() == Content.TEXT ? Shape.vector(1) : samples.shape();
        }

        Loss classification(Samples samples) {
            int[] labels = samples.requireLabels().toArray();
            for (int label : labels) {
                if (label >= classes) {
                    throw new InvalidInputException(
                            "validation samples must be of the %d classes of training, not of class %d"
                                    .formatted(classes, label));
                }
            }
            return new CrossEntropy(labels, classes);
        }
    }
}
