package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.PenaltyValue;
import relrep.api.model.Sampling;
import relrep.api.run.InvalidInputException;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class PenaltyChecksTest {
    /** The sum of the squares of latents and similarities; a test may change what it gives. */
    private static class Squares implements Penalty {
        private final UnaryOperator<PenaltyValue> change;

        Squares() {
            this(value -> value);
        }

        Squares(UnaryOperator<PenaltyValue> change) {
            this.change = change;
        }

        @Override
        public PenaltyValue measure(PenaltyBatch batch) {
            double sum =
                    squares(batch.latents()) + batch.relative().map(Squares::squares).orElse(0.);
            return change.apply(
                    new PenaltyValue(
                            sum, twice(batch.latents()), batch.relative().map(Squares::twice)));
        }

        private static double squares(Matrix matrix) {
            double sum = 0;
            for (float value : matrix.toArray()) {
                sum += (double) value * value;
            }
            return sum;
        }

        private static Matrix twice(Matrix matrix) {
            return Numbers.changed(matrix, (i, j) -> 2);
        }
    }

    /** Of one class, and only together with similarities. */
    private static final class Needy extends Squares {
        @Override
        public Sampling sampling() {
            return new Sampling(Sampling.Source.ONE_CLASS, 8, 2);
        }

        @Override
        public boolean needsRelative() {
            return true;
        }

        @Override
        public PenaltyValue measure(PenaltyBatch batch) {
            batch.requireRelative();
            if (batch.requireLabels().size() < 2) {
                throw new InvalidInputException("a batch must have at least 2 samples, not 1");
            }
            return super.measure(batch);
        }
    }

    private static Squares gradient(UnaryOperator<Matrix> change) {
        return new Squares(
                value ->
                        new PenaltyValue(
                                value.value(), change.apply(value.latents()), value.relative()));
    }

    @TestFactory
    Stream<DynamicTest> laws() {
        AtomicInteger calls = new AtomicInteger();
        return new CounterExamples()
                .sound("squares", new Squares())
                .sound("needy squares", new Needy())
                .broken(
                        "gives a finite value and gradients of the shape of its batch",
                        gradient(g -> g.rows(0, 1)))
                .broken(
                        "has the gradient that finite differences of its value give",
                        gradient(g -> Numbers.changed(g, (i, j) -> 0.9)))
                .broken(
                        "gives the same penalty for the same batch",
                        new Squares(
                                value ->
                                        new PenaltyValue(
                                                calls.incrementAndGet(),
                                                value.latents(),
                                                value.relative())))
                .broken(
                        "gives each row its gradient, whatever the order of the rows",
                        gradient(g -> Numbers.changed(g, (i, j) -> i == 0 ? 1 : 2)))
                .broken(
                        "leaves its batch as it is",
                        new Squares() {
                            @Override
                            public PenaltyValue measure(PenaltyBatch batch) {
                                Vandal.change(batch.latents());
                                return super.measure(batch);
                            }
                        })
                .broken(
                        "asks for the same batches each time",
                        new Squares() {
                            @Override
                            public Sampling sampling() {
                                return new Sampling(
                                        Sampling.Source.MIXED, calls.incrementAndGet(), 1);
                            }
                        })
                .broken(
                        "needs labels only if it says so",
                        new Squares() {
                            @Override
                            public PenaltyValue measure(PenaltyBatch batch) {
                                batch.requireLabels();
                                return super.measure(batch);
                            }
                        })
                .broken(
                        "needs similarities to anchors only if it says so",
                        new Squares() {
                            @Override
                            public PenaltyValue measure(PenaltyBatch batch) {
                                batch.requireRelative();
                                return super.measure(batch);
                            }
                        })
                .broken(
                        "takes a batch of one sample, or refuses it in a sentence",
                        dividing(batch -> batch.size() - 1))
                .broken(
                        "takes a batch of equal samples, or refuses it in a sentence",
                        dividing(
                                batch ->
                                        batch.latents().get(0, 0)
                                                - batch.latents().get(batch.size() - 1, 0)))
                .tests();
    }

    private interface Divisor {
        double of(PenaltyBatch batch);
    }

    private static Squares dividing(Divisor by) {
        return new Squares() {
            @Override
            public PenaltyValue measure(PenaltyBatch batch) {
                PenaltyValue value = super.measure(batch);
                return new PenaltyValue(
                        value.value() / by.of(batch), value.latents(), Optional.empty());
            }
        };
    }
}
