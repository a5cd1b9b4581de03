package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.model.Epoch;
import relrep.api.model.Regression;
import relrep.api.model.Regressor;
import relrep.api.model.Trainer;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

class TrainerChecksTest {
    private record Learnt(Matrix map, List<Epoch> history) implements Regressor {
        @Override
        public Matrix predict(Matrix inputs) {
            if (inputs.cols() != map.rows()) {
                throw new InvalidInputException(
                        "inputs must be %d wide, not %d".formatted(map.rows(), inputs.cols()));
            }
            return outputs(inputs, map);
        }
    }

    private static Matrix outputs(Matrix inputs, Matrix map) {
        return Numbers.matrix(
                inputs.rows(),
                map.cols(),
                (i, j) -> {
                    double sum = 0;
                    for (int l = 0; l < map.rows(); l++) {
                        sum += (double) inputs.get(i, l) * map.get(l, j);
                    }
                    return sum;
                });
    }

    /** Learns a linear map by gradient descent, whatever the hidden layers. */
    private static Regressor learn(Regression problem, Run run) {
        var random = run.seed().random();
        Matrix x = problem.inputs();
        Matrix map =
                Numbers.matrix(
                        x.cols(), problem.targets().cols(), (i, j) -> 0.1 * random.nextGaussian());
        List<Epoch> history = new ArrayList<>();
        for (int epoch = 1; epoch <= problem.epochs(); epoch++) {
            Matrix now = map;
            Matrix y = outputs(x, now);
            map =
                    Numbers.matrix(
                            now.rows(),
                            now.cols(),
                            (l, j) -> {
                                double gradient = 0;
                                for (int i = 0; i < x.rows(); i++) {
                                    gradient +=
                                            x.get(i, l)
                                                    * (y.get(i, j) - problem.targets().get(i, j));
                                }
                                return now.get(l, j) - 0.3 * gradient / x.rows();
                            });
            double loss = Training.error(y, problem.targets());
            history.add(new Epoch(epoch, loss, OptionalDouble.empty()));
            run.step(epoch, problem.epochs());
        }
        return new Learnt(map, history);
    }

    private static Trainer predicting(BinaryOperator<Matrix> predict) {
        return (problem, run) -> {
            Regressor learnt = learn(problem, run);
            return new Regressor() {
                @Override
                public Matrix predict(Matrix inputs) {
                    return predict.apply(inputs, learnt.predict(inputs));
                }

                @Override
                public List<Epoch> history() {
                    return List.of();
                }
            };
        };
    }

    @TestFactory
    Stream<DynamicTest> laws() {
        AtomicInteger trained = new AtomicInteger();
        AtomicReference<Thread> first = new AtomicReference<>();
        Trainer careless =
                (problem, run) -> learn(problem, Run.quiet(Seed.of(trained.incrementAndGet())));
        return new CounterExamples()
                .sound("least squares", (Trainer) TrainerChecksTest::learn)
                .broken(
                        "learns a linear map, with hidden layers and without",
                        predicting((x, y) -> Numbers.changed(y, (i, j) -> 0.5)))
                .broken("trains the same bytes from the same seed", careless)
                .broken(
                        "predicts each row on its own",
                        predicting((x, y) -> Numbers.changed(y, (i, j) -> x.rows())))
                .broken(
                        "predicts from several threads",
                        predicting(
                                (x, y) -> {
                                    first.compareAndSet(null, Thread.currentThread());
                                    return Thread.currentThread() == first.get() ? y : x;
                                }))
                .broken(
                        "leaves inputs and targets as they are",
                        (Trainer)
                                (problem, run) -> {
                                    Vandal.change(problem.targets());
                                    return learn(problem, run);
                                })
                .broken("lets a cancel through at the third step", careless)
                .broken("keeps the losses of every epoch", predicting((x, y) -> y))
                .broken(
                        "refuses inputs of another width and says both",
                        (Trainer)
                                (problem, run) ->
                                        new Regressor() {
                                            @Override
                                            public Matrix predict(Matrix inputs) {
                                                return inputs;
                                            }

                                            @Override
                                            public List<Epoch> history() {
                                                return List.of();
                                            }
                                        })
                .tests();
    }
}
