package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.tck.FakeTransform.Centring;
import relrep.api.tck.FakeTransform.Changed;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.TransformState;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

class TransformChecksTest {
    private static final FakeTransform CENTRING = FakeTransform.centring();

    @TestFactory
    Stream<DynamicTest> laws() {
        return poor(fits(fitted(new CounterExamples().sound("centring", CENTRING)))).tests();
    }

    private static CounterExamples fits(CounterExamples examples) {
        AtomicInteger fits = new AtomicInteger();
        AtomicReference<Thread> first = new AtomicReference<>();
        return examples.broken(
                        "fits the same transform to the same training latents and seed",
                        CENTRING.fitting(
                                training -> {
                                    double factor = 1 + fits.incrementAndGet() * 1e-3;
                                    return by(factor).fit().apply(training);
                                }))
                .broken(
                        "leaves the training latents as they are",
                        CENTRING.fitting(
                                training -> {
                                    Vandal.change(training.latents());
                                    return Centring.of(training);
                                }))
                .broken(
                        "fits from several threads",
                        CENTRING.fitting(
                                training -> {
                                    first.compareAndSet(null, Thread.currentThread());
                                    boolean other = Thread.currentThread() != first.get();
                                    return by(other ? 2 : 1).fit().apply(training);
                                }))
                .broken(
                        "needs no labels",
                        CENTRING.fitting(
                                training -> {
                                    training.requireLabels();
                                    return Centring.of(training);
                                }))
                .broken(
                        "refuses training latents that are not finite",
                        CENTRING.fitting(Centring::of));
    }

    private static CounterExamples poor(CounterExamples examples) {
        String may = "stays finite, or refuses, ";
        return examples.broken(may + "without rows", CENTRING.fitting(Centring::of))
                .broken(
                        may + "with one row",
                        by(training -> Numbers.spread(Numbers.column(training.latents(), 0))))
                .broken(
                        may + "with fewer rows than coordinates",
                        by(training -> Math.max(0, training.size() - training.width())))
                .broken(
                        may + "with a constant coordinate",
                        by(training -> Numbers.spread(Numbers.column(training.latents(), 2))))
                .broken(
                        may + "with rows that are all the same",
                        by(training -> Numbers.spread(Numbers.column(training.latents(), 0))))
                .broken(
                        may + "with rows of zeros",
                        by(training -> Numbers.spread(Numbers.column(training.latents(), 0))))
                .broken(
                        may + "with one row of zeros",
                        by(training -> Math.abs(training.latents().get(0, 0))));
    }

    private static CounterExamples fitted(CounterExamples examples) {
        AtomicInteger calls = new AtomicInteger();
        AtomicReference<Thread> first = new AtomicReference<>();
        return examples.broken(
                        "transforms each row on its own, to the width that it gives",
                        CENTRING.applying((x, y) -> scaled(y, 1 + x.rows())))
                .broken(
                        "learns from the training latents alone",
                        CENTRING.applying((x, y) -> scaled(y, calls.incrementAndGet())))
                .broken(
                        "leaves the latents that it transforms as they are",
                        CENTRING.applying(
                                (x, y) -> {
                                    Vandal.change(x);
                                    return y;
                                }))
                .broken(
                        "transforms from several threads",
                        CENTRING.applying(
                                (x, y) -> {
                                    first.compareAndSet(null, Thread.currentThread());
                                    return Thread.currentThread() == first.get() ? y : scaled(y, 2);
                                }))
                .broken(
                        "refuses rows of another width and says both",
                        CENTRING.changing(TransformChecksTest::ofAnyWidth))
                .broken(
                        "describes its fit by numbers",
                        CENTRING.changing(TransformChecksTest::describedByNaN))
                .broken(
                        "has an inverse that undoes it, if it has one",
                        CENTRING.changing(TransformChecksTest::itsOwnInverse))
                .broken(
                        "transforms as before when made again from its state, if it has one",
                        new FakeTransform(
                                CENTRING.fit(),
                                state -> new Centring(Matrix.of(1, 5, 1, 2, 3, 4, 5), 1)));
    }

    /** Centres, and multiplies. */
    private static FakeTransform by(double factor) {
        return CENTRING.applying((x, y) -> scaled(y, factor));
    }

    private interface Reading {
        double of(Space training);
    }

    /** Centres, and divides by a number of the training latents that must not be 0. */
    private static FakeTransform by(Reading number) {
        return CENTRING.fitting(
                training -> {
                    double divisor = number.of(FakeTransform.checked(training));
                    return by(divisor / (divisor * divisor)).fit().apply(training);
                });
    }

    private static Matrix scaled(Matrix matrix, double factor) {
        return Numbers.changed(matrix, (i, j) -> factor);
    }

    private static FittedTransform ofAnyWidth(FittedTransform fitted) {
        return new Changed(fitted) {
            @Override
            public Matrix apply(Matrix latents) {
                return latents;
            }
        };
    }

    private static FittedTransform describedByNaN(FittedTransform fitted) {
        return new Changed(fitted) {
            @Override
            public Map<String, Double> diagnostics() {
                return Map.of("rank", Double.NaN);
            }

            @Override
            public Optional<TransformState> state() {
                return Optional.empty();
            }
        };
    }

    private static FittedTransform itsOwnInverse(FittedTransform fitted) {
        return new Changed(fitted) {
            @Override
            public Optional<FittedTransform> inverse() {
                return Optional.of(this);
            }
        };
    }
}
