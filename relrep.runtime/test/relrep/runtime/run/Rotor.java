package relrep.runtime.run;

import relrep.api.data.Inputs;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.Decoder;
import relrep.api.model.DecodingProblem;
import relrep.api.model.Encoder;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.Objective;
import relrep.api.model.OutputRange;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.plugin.Option;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A fast architecture for tests. The encoder is a random map; the decoder gives the mean target of
 * the nearest of a few training latents.
 *
 * @param options how many steps a training takes
 * @param watch receives each training
 */
record Rotor(Options options, Consumer<String> watch)
        implements Architecture, Tunable<Architecture, Rotor.Options> {
    private static final int MEMORIES = 16;

    record Options(
            @Option(value = "steps", min = 1) int steps,
            @Option("whether it does not hear of anchors") boolean deaf,
            @Option("whether it says that its outputs are 0 to 1") boolean bounded) {}

    Rotor(Consumer<String> watch) {
        this(new Options(3, false, false), watch);
    }

    @Override
    public Architecture with(Options other) {
        return new Rotor(other, watch);
    }

    @Override
    public OutputRange range() {
        return options.bounded() ? new OutputRange(0, 1) : OutputRange.ALL;
    }

    @Override
    public boolean takesPenalties() {
        return !options.deaf();
    }

    /** Returns the sum of the penalties on the latents of some samples. */
    private static float penalised(TrainingProblem problem, Matrix latents) {
        float sum = 0;
        for (Penalty penalty : problem.penalties()) {
            Matrix some = head(latents);
            int[] rows = IntStream.range(0, some.rows()).toArray();
            Optional<Labels> labels = problem.train().labels().map(all -> all.select(rows));
            sum += penalty.sampling().every();
            sum +=
                    (float)
                            penalty.measure(new PenaltyBatch(some, Optional.empty(), labels, 0, 1))
                                    .value();
        }
        return sum;
    }

    @Override
    public Network train(TrainingProblem problem, Run run) {
        Optional<Bottleneck.Relative> relative =
                problem.bottleneck() instanceof Bottleneck.Relative through && !options.deaf()
                        ? Optional.of(through)
                        : Optional.empty();
        watch.accept(
                "network"
                        + relative.map(
                                        through ->
                                                " through %d, every %d, %s"
                                                        .formatted(
                                                                through.anchors().size(),
                                                                through.every(),
                                                                through.normalised()))
                                .orElse("")
                        + (problem.penalties().isEmpty()
                                ? ""
                                : ", penalties " + problem.penalties().size()));
        for (int i = 0; i < options.steps(); i++) {
            run.step(i, options.steps());
        }
        int d = problem.train().inputs().cols();
        int width = problem.bottleneck().width();
        var random = run.seed().random();
        float[] weights = new float[d * width];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
        }
        weights[0] +=
                penalised(problem, times(problem.train().inputs(), Matrix.of(d, width, weights)));
        Matrix map = Matrix.of(d, width, weights);
        Matrix latents = times(problem.train().inputs(), map);
        Map<String, Matrix> tensors = new LinkedHashMap<>();
        tensors.put("map", map);
        tensors.put("latents", head(latents));
        relative.ifPresent(
                through -> {
                    Matrix anchors = times(through.anchors().numbers(), map);
                    tensors.put("anchors", anchors);
                    tensors.put("latents", through.similarity().compare(head(latents), anchors));
                });
        tensors.put("targets", head(targets(problem.train(), problem.objective())));
        return restore(new NetworkState(tensors, Map.of("loss", Double.toString(weights[0]))));
    }

    private static Matrix head(Matrix all) {
        return all.rows(0, Math.min(MEMORIES, all.rows()));
    }

    private static Matrix targets(Samples samples, Objective objective) {
        if (objective == Objective.RECONSTRUCT) {
            return samples.inputs();
        }
        int classes = samples.requireLabels().classes().size();
        float[] values = new float[samples.size() * classes];
        for (int i = 0; i < samples.size(); i++) {
            values[i * classes + samples.requireLabels().get(i)] = 1;
        }
        return Matrix.of(samples.size(), classes, values);
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        watch.accept("decoder");
        run.step(0, 1);
        return restoreDecoder(
                new NetworkState(
                        Map.of(
                                "latents", head(problem.latents()),
                                "targets", head(targets(problem.train(), problem.objective()))),
                        Map.of("loss", "0.5")));
    }

    @Override
    public Network restore(NetworkState state) {
        TrainedDecoder trained = restoreDecoder(state);
        Matrix map = state.tensors().get("map");
        Encoder encoder =
                new Encoder() {
                    @Override
                    public int width() {
                        return map.cols();
                    }

                    @Override
                    public Matrix encode(Inputs inputs) {
                        return times(inputs.numbers(), map);
                    }
                };
        return new Network() {
            @Override
            public Encoder encoder() {
                return encoder;
            }

            @Override
            public Decoder decoder() {
                return trained.decoder();
            }

            @Override
            public List<Epoch> history() {
                return trained.history();
            }

            @Override
            public NetworkState state() {
                return state;
            }

            @Override
            public Optional<Matrix> anchors() {
                return Optional.ofNullable(state.tensors().get("anchors"));
            }
        };
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        Matrix latents = state.tensors().get("latents");
        Matrix targets = state.tensors().get("targets");
        Decoder decoder =
                new Decoder() {
                    @Override
                    public int width() {
                        return latents.cols();
                    }

                    @Override
                    public Matrix decode(Matrix points) {
                        if (points.cols() != width()) {
                            throw new IllegalArgumentException(points + " for " + width());
                        }
                        int[] nearest = new int[points.rows()];
                        for (int i = 0; i < nearest.length; i++) {
                            nearest[i] = nearest(points.row(i), latents);
                        }
                        return targets.select(nearest);
                    }
                };
        double loss = Double.parseDouble(state.attributes().get("loss"));
        return new TrainedDecoder() {
            @Override
            public Decoder decoder() {
                return decoder;
            }

            @Override
            public List<Epoch> history() {
                return List.of(new Epoch(1, loss, OptionalDouble.empty()));
            }

            @Override
            public NetworkState state() {
                return state;
            }
        };
    }

    private static int nearest(float[] point, Matrix among) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < among.rows(); i++) {
            double distance = 0;
            for (int j = 0; j < point.length; j++) {
                distance += Math.pow(point[j] - among.get(i, j), 2);
            }
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static Matrix times(Matrix a, Matrix b) {
        float[] product = new float[a.rows() * b.cols()];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.cols(); j++) {
                double sum = 0;
                for (int l = 0; l < a.cols(); l++) {
                    sum += (double) a.get(i, l) * b.get(l, j);
                }
                product[i * b.cols() + j] = (float) sum;
            }
        }
        return Matrix.of(a.rows(), b.cols(), product);
    }
}
