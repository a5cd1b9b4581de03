package relrep.api.tck;

import relrep.api.data.Inputs;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck.Relative;
import relrep.api.model.Decoder;
import relrep.api.model.DecodingProblem;
import relrep.api.model.Encoder;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.Objective;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.run.Run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A linear encoder and a linear decoder, trained by plain gradient descent: small and sound. */
class LinearNetwork implements Architecture {
    private static final int EPOCHS = 8;
    private static final int BATCH = 16;

    private final double rate;

    LinearNetwork(double rate) {
        this.rate = rate;
    }

    @Override
    public Network train(TrainingProblem problem, Run run) {
        Matrix x = problem.train().inputs();
        Matrix y = targets(problem.train(), problem.objective());
        RandomGenerator random = run.seed().random();
        Matrix w = start(x.cols(), problem.bottleneck().width(), random);
        Relative relative = problem.bottleneck() instanceof Relative r ? r : null;
        Matrix v = start(relative == null ? w.cols() : relative.anchors().size(), y.cols(), random);
        Matrix anchors = null;
        List<Epoch> history = new ArrayList<>();
        long step = 0;
        long steps = (long) EPOCHS * (x.rows() / BATCH);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            double loss = 0;
            for (int at = 0; at < x.rows(); at += BATCH) {
                Matrix inputs = x.rows(at, at + BATCH);
                Matrix latents = product(inputs, w);
                if (relative != null && step % relative.every() == 0) {
                    anchors = product(relative.anchors().numbers(), w);
                }
                Matrix seen =
                        relative == null
                                ? latents
                                : relative.similarity().compare(latents, anchors);
                Matrix error = difference(product(seen, v), y.rows(at, at + BATCH));
                loss += Training.error(error, Numbers.changed(error, (i, j) -> 0));
                Matrix back = product(error, transposed(v));
                if (relative != null) {
                    back = relative.similarity().pullBack(latents, anchors, back);
                }
                int[] batch = IntStream.range(at, at + BATCH).toArray();
                Matrix more = more(problem, w, anchors, batch, step++, steps);
                v = moved(v, product(transposed(seen), error));
                w = moved(moved(w, product(transposed(inputs), back)), more);
                run.step(epoch, EPOCHS);
            }
            history.add(new Epoch(epoch, loss, OptionalDouble.empty()));
        }
        return network(
                w, v, relative == null ? null : product(relative.anchors().numbers(), w), history);
    }

    /** Returns a gradient of the encoder that is added to that of the loss. */
    Matrix more(
            TrainingProblem problem, Matrix w, Matrix anchors, int[] batch, long step, long steps) {
        return Numbers.changed(w, (i, j) -> 0);
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        Matrix x = problem.latents();
        Matrix y = targets(problem.train(), problem.objective());
        Matrix v = start(x.cols(), y.cols(), run.seed().random());
        List<Epoch> history = new ArrayList<>();
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            Matrix error = difference(product(x, v), y);
            double loss = Training.error(error, Numbers.changed(error, (i, j) -> 0));
            v = moved(v, product(transposed(x), error));
            run.step(epoch, EPOCHS);
            history.add(new Epoch(epoch, loss, OptionalDouble.empty()));
        }
        return decoder(v, history);
    }

    @Override
    public Network restore(NetworkState state) {
        Map<String, Matrix> tensors = state.tensors();
        return network(tensors.get("w"), tensors.get("v"), tensors.get("anchors"), List.of());
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        return decoder(state.tensors().get("v"), List.of());
    }

    /** A half, whose map a test may replace. */
    record Half(Matrix map) implements Encoder, Decoder {
        @Override
        public int width() {
            return Math.min(map.rows(), map.cols());
        }

        @Override
        public Matrix encode(Inputs inputs) {
            return product(inputs.numbers(), map);
        }

        @Override
        public Matrix decode(Matrix latents) {
            return product(latents, map);
        }
    }

    record Trained(Encoder encoder, Decoder decoder, List<Epoch> history, NetworkState state)
            implements Network, TrainedDecoder {
        @Override
        public Optional<Matrix> anchors() {
            return Optional.ofNullable(state.tensors().get("anchors"));
        }
    }

    private static Trained network(Matrix w, Matrix v, Matrix anchors, List<Epoch> history) {
        Map<String, Matrix> tensors = new LinkedHashMap<>(Map.of("w", w, "v", v));
        if (anchors != null) {
            tensors.put("anchors", anchors);
        }
        NetworkState state = new NetworkState(tensors, Map.of());
        Half half = new Half(v);
        Decoder decoder =
                new Decoder() {
                    @Override
                    public int width() {
                        return v.rows();
                    }

                    @Override
                    public Matrix decode(Matrix latents) {
                        return half.decode(latents);
                    }
                };
        return new Trained(new Half(w), decoder, history, state);
    }

    private static Trained decoder(Matrix v, List<Epoch> history) {
        return network(v, v, null, history);
    }

    private static Matrix targets(Samples samples, Objective objective) {
        if (objective == Objective.RECONSTRUCT) {
            return samples.inputs();
        }
        Labels labels = samples.requireLabels();
        return Numbers.matrix(
                samples.size(), labels.classes().size(), (i, j) -> labels.get(i) == j ? 1 : 0);
    }

    private static Matrix start(int rows, int cols, RandomGenerator random) {
        return Numbers.matrix(rows, cols, (i, j) -> 0.1 * random.nextGaussian());
    }

    private Matrix moved(Matrix parameters, Matrix gradient) {
        return Numbers.matrix(
                parameters.rows(),
                parameters.cols(),
                (i, j) -> parameters.get(i, j) - rate * gradient.get(i, j));
    }

    private static Matrix difference(Matrix a, Matrix b) {
        return Numbers.matrix(a.rows(), a.cols(), (i, j) -> a.get(i, j) - b.get(i, j));
    }

    static Matrix transposed(Matrix a) {
        return Numbers.matrix(a.cols(), a.rows(), (i, j) -> a.get(j, i));
    }

    static Matrix product(Matrix a, Matrix b) {
        return Numbers.matrix(
                a.rows(),
                b.cols(),
                (i, j) -> {
                    double sum = 0;
                    for (int l = 0; l < b.rows(); l++) {
                        sum += (double) a.get(i, l) * b.get(l, j);
                    }
                    return sum;
                });
    }
}
