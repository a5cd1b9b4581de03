package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.Score;
import relrep.api.model.Objective;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;

class OutputMetricChecksTest {
    private static final MetricTraits ERROR =
            new MetricTraits(Direction.LOWER_IS_BETTER, 0, Double.POSITIVE_INFINITY, Set.of(), 1);
    private static final MetricTraits SHARE =
            new MetricTraits(Direction.HIGHER_IS_BETTER, 0, 1, Set.of(Need.LABELS), 1);

    /** A metric of which each part can be replaced. */
    private record Fake(
            Objective objective,
            MetricTraits traits,
            OptionalDouble level,
            boolean checks,
            BiFunction<Matrix, Samples, Score> compute)
            implements OutputMetric {
        Fake computing(BiFunction<Matrix, Samples, Score> other) {
            return new Fake(objective, traits, level, checks, other);
        }

        Fake unchecked() {
            return new Fake(objective, traits, level, false, compute);
        }

        Fake having(MetricTraits other) {
            return new Fake(objective, other, level, checks, compute);
        }

        Fake guessing(double other) {
            return new Fake(objective, traits, OptionalDouble.of(other), checks, compute);
        }

        @Override
        public Score measure(Matrix outputs, Samples truth, Run run) {
            if (checks) {
                Numbers.requireEqual("rows", outputs.rows(), truth.size());
                boolean classify = objective == Objective.CLASSIFY;
                int width =
                        classify ? truth.requireLabels().classes().size() : truth.shape().size();
                Numbers.requireEqual("widths", outputs.cols(), width);
                outputs.requireFinite("the outputs");
                if (truth.size() == 0) {
                    throw new InvalidInputException("at least 1 row is needed, there are 0");
                }
            }
            return compute.apply(outputs, truth);
        }

        @Override
        public OptionalDouble chance(Samples truth) {
            return level;
        }
    }

    private static final Fake MSE =
            new Fake(
                    Objective.RECONSTRUCT,
                    ERROR,
                    OptionalDouble.empty(),
                    true,
                    OutputMetricChecksTest::error);
    private static final Fake ACCURACY =
            new Fake(
                    Objective.CLASSIFY,
                    SHARE,
                    OptionalDouble.of(0.25),
                    true,
                    OutputMetricChecksTest::accuracy);

    private static Score error(Matrix outputs, Samples truth) {
        float[] errors = new float[outputs.rows()];
        for (int i = 0; i < errors.length; i++) {
            Matrix row = outputs.rows(i, i + 1);
            errors[i] = (float) Training.error(row, truth.inputs().rows(i, i + 1));
        }
        return Score.of(Training.error(outputs, truth.inputs()), errors);
    }

    private static Score accuracy(Matrix outputs, Samples truth) {
        float[] hits = new float[outputs.rows()];
        double sum = 0;
        for (int i = 0; i < hits.length; i++) {
            int best = 0;
            for (int j = 1; j < outputs.cols(); j++) {
                best = outputs.get(i, j) > outputs.get(i, best) ? j : best;
            }
            hits[i] = best == truth.requireLabels().get(i) ? 1 : 0;
            sum += hits[i];
        }
        return Score.of(sum / hits.length, hits);
    }

    @TestFactory
    Stream<DynamicTest> laws() {
        AtomicInteger calls = new AtomicInteger();
        return new CounterExamples()
                .sound("mse", MSE)
                .sound("accuracy", ACCURACY)
                .broken(
                        "gives a value in its range, and one a sample that agree",
                        MSE.computing((o, s) -> Score.of(1, new float[] {1})))
                .broken("finds nothing better than the truth", ACCURACY.computing(this::wrong))
                .broken(
                        "measures the same value again",
                        MSE.computing((o, s) -> Score.of(calls.incrementAndGet())))
                .broken(
                        "leaves the outputs as they are",
                        MSE.computing(
                                (o, s) -> {
                                    Vandal.change(o);
                                    return Score.of(1);
                                }))
                .broken("needs labels only if it says so", MSE.having(SHARE))
                .broken("needs as many rows as it says", MSE.unchecked())
                .broken("refuses outputs of the wrong shape and says both", MSE.unchecked())
                .broken("refuses outputs that are not finite, with row and column", MSE.unchecked())
                .broken("knows its chance level", ACCURACY.guessing(0.1))
                .tests();
    }

    private Score wrong(Matrix outputs, Samples truth) {
        return Score.of(1 - accuracy(outputs, truth).value());
    }
}
