package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.Decoder;
import relrep.api.model.DecodingProblem;
import relrep.api.model.Encoder;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.OutputRange;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.LinearNetwork.Trained;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

class ArchitectureChecksTest {
    private static final double RATE = 2e-3;

    @TestFactory
    Stream<DynamicTest> laws() {
        CounterExamples examples =
                new CounterExamples().sound("linear network", new LinearNetwork(RATE));
        return relative(decoders(networks(examples))).tests();
    }

    private static CounterExamples networks(CounterExamples examples) {
        AtomicReference<Thread> first = new AtomicReference<>();
        return examples.broken(
                        "makes latents and outputs of the right shape", encoding((x, z) -> x))
                .broken("learns a tiny problem", new LinearNetwork(-RATE))
                .broken("trains the same bytes from the same seed, whatever was before", counting())
                .broken("restores a network to the last bit", forgetting())
                .broken(
                        "encodes and decodes each row on its own",
                        encoding((x, z) -> Numbers.changed(z, (i, j) -> 1 + x.rows())))
                .broken(
                        "encodes from several threads",
                        encoding(
                                (x, z) -> {
                                    first.compareAndSet(null, Thread.currentThread());
                                    return Thread.currentThread() == first.get() ? z : x;
                                }))
                .broken(
                        "leaves the samples as they are",
                        encoding(
                                (x, z) -> {
                                    Vandal.change(x);
                                    return z;
                                }))
                .broken("lets a cancel through at the third step", deaf())
                .broken("keeps its outputs within the range that it declares", boasting())
                .broken("counts epochs from 1 and keeps finite losses", miscounting());
    }

    private static Architecture boasting() {
        return new LinearNetwork(RATE) {
            @Override
            public OutputRange range() {
                return new OutputRange(0, 1);
            }
        };
    }

    private static CounterExamples decoders(CounterExamples examples) {
        return examples.broken("trains a decoder for latents of any width", narrow())
                .broken("trains a decoder that learns", new LinearNetwork(-RATE))
                .broken("classifies by the latents alone, of pictures or of texts", picturesOnly())
                .broken("trains the same decoder from the same seed", counting())
                .broken("restores a decoder to the last bit", forgetting())
                .broken("lets a cancel of a decoder through", deaf());
    }

    private static CounterExamples relative(CounterExamples examples) {
        return examples.broken(
                        "trains through a similarity to anchors, or refuses in a sentence",
                        through(b -> new Bottleneck.Absolute(b.width())))
                .broken("learns through a similarity", new LinearNetwork(-RATE))
                .broken("trains the same bytes through a similarity", counting())
                .broken("restores a network trained through a similarity", forgetting())
                .broken(
                        "embeds anchors again as often as it is asked to",
                        through(
                                b ->
                                        new Bottleneck.Relative(
                                                b.width(), b.anchors(), b.similarity())));
    }

    /** Trains through something else than was asked for. */
    private static Architecture through(Function<Bottleneck.Relative, Bottleneck> other) {
        return new LinearNetwork(RATE) {
            @Override
            public Network train(TrainingProblem problem, Run run) {
                return super.train(
                        problem.bottleneck() instanceof Bottleneck.Relative relative
                                ? new TrainingProblem(
                                        problem.train(),
                                        problem.validation(),
                                        problem.objective(),
                                        other.apply(relative))
                                : problem,
                        run);
            }
        };
    }

    private static Architecture encoding(BinaryOperator<Matrix> latents) {
        return new LinearNetwork(RATE) {
            @Override
            public Network train(TrainingProblem problem, Run run) {
                Network network = super.train(problem, run);
                Encoder encoder =
                        new Encoder() {
                            @Override
                            public int width() {
                                return network.encoder().width();
                            }

                            @Override
                            public Matrix encode(Inputs inputs) {
                                return latents.apply(
                                        inputs.numbers(), network.encoder().encode(inputs));
                            }
                        };
                return new Trained(encoder, network.decoder(), network.history(), network.state());
            }
        };
    }

    /** Takes a seed of its own. */
    private static Architecture counting() {
        AtomicInteger trained = new AtomicInteger();
        return new LinearNetwork(RATE) {
            @Override
            public Network train(TrainingProblem problem, Run run) {
                return super.train(problem, Run.quiet(Seed.of(trained.incrementAndGet())));
            }

            @Override
            public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
                return super.trainDecoder(problem, Run.quiet(Seed.of(trained.incrementAndGet())));
            }
        };
    }

    /** Restores half of what was. */
    private static Architecture forgetting() {
        return new LinearNetwork(RATE) {
            @Override
            public Network restore(NetworkState state) {
                return super.restore(halved(state));
            }

            @Override
            public TrainedDecoder restoreDecoder(NetworkState state) {
                return super.restoreDecoder(halved(state));
            }
        };
    }

    private static NetworkState halved(NetworkState state) {
        Map<String, Matrix> tensors = new LinkedHashMap<>(state.tensors());
        tensors.replaceAll((name, tensor) -> Numbers.changed(tensor, (i, j) -> 0.5));
        return new NetworkState(tensors, state.attributes());
    }

    /** Steps, and goes on whatever happens. */
    private static Architecture deaf() {
        return new LinearNetwork(RATE) {
            @Override
            public Network train(TrainingProblem problem, Run run) {
                listen(run);
                return super.train(problem, Run.quiet(run.seed()));
            }

            @Override
            public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
                listen(run);
                return super.trainDecoder(problem, Run.quiet(run.seed()));
            }

            private void listen(Run run) {
                try {
                    run.step(0, 1);
                } catch (RuntimeException e) {
                    run.note("went on");
                }
            }
        };
    }

    private static Architecture miscounting() {
        return new LinearNetwork(RATE) {
            @Override
            public Network train(TrainingProblem problem, Run run) {
                Network network = super.train(problem, run);
                List<Epoch> history =
                        List.of(
                                new Epoch(0, 2, OptionalDouble.empty()),
                                new Epoch(1, 1, OptionalDouble.empty()));
                return new Trained(network.encoder(), network.decoder(), history, network.state());
            }
        };
    }

    /** Makes decoders that say a width of their own. */
    private static Architecture narrow() {
        return new LinearNetwork(RATE) {
            @Override
            public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
                TrainedDecoder trained = super.trainDecoder(problem, run);
                Decoder decoder =
                        new Decoder() {
                            @Override
                            public int width() {
                                return 5;
                            }

                            @Override
                            public Matrix decode(Matrix latents) {
                                return trained.decoder().decode(latents);
                            }
                        };
                return new Trained(null, decoder, trained.history(), trained.state());
            }
        };
    }

    /** Asks for the shape of the samples behind latents, which texts do not have. */
    private static Architecture picturesOnly() {
        return new LinearNetwork(RATE) {
            @Override
            public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
                run.step(0, problem.train().shape().size());
                return super.trainDecoder(problem, run);
            }
        };
    }
}
