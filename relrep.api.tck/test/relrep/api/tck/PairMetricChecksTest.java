package relrep.api.tck;

import static relrep.api.plugin.Invariance.ISOTROPIC_SCALING;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

class PairMetricChecksTest {
    private static final MetricTraits TRAITS =
            new MetricTraits(Direction.HIGHER_IS_BETTER, -1, 1, Set.of(Need.EQUAL_WIDTHS), 1);

    /** The mean cosine between the two images of a sample, each part of which can be replaced. */
    private record CosineIndex(
            MetricTraits traits,
            Set<Invariance> invariances,
            double level,
            boolean checks,
            BiFunction<Space, Space, Score> compute)
            implements PairMetric {

        CosineIndex having(MetricTraits other) {
            return new CosineIndex(other, invariances, level, checks, compute);
        }

        CosineIndex claiming(Set<Invariance> other) {
            return new CosineIndex(traits, other, level, checks, compute);
        }

        CosineIndex guessing(double other) {
            return new CosineIndex(traits, invariances, other, checks, compute);
        }

        CosineIndex unchecked() {
            return new CosineIndex(traits, invariances, level, false, compute);
        }

        CosineIndex computing(BiFunction<Space, Space, Score> other) {
            return new CosineIndex(traits, invariances, level, checks, other);
        }

        CosineIndex valued(DoubleUnaryOperator change) {
            return computing(
                    (a, b) ->
                            Score.of(
                                    change.applyAsDouble(
                                            PairMetricChecksTest.score(a, b).value())));
        }

        @Override
        public Score measure(Space source, Space target, Run run) {
            if (checks) {
                Numbers.requireEqual("rows", source.size(), target.size());
                Numbers.requireEqual("widths", source.width(), target.width());
                source.latents().requireFinite("the source");
                target.latents().requireFinite("the target");
                if (source.size() < 1) {
                    throw new InvalidInputException("at least 1 row is needed, there are 0");
                }
            }
            return compute.apply(source, target);
        }

        @Override
        public OptionalDouble chance(int rows, int width) {
            return OptionalDouble.of(level);
        }
    }

    private static final CosineIndex SOUND =
            new CosineIndex(
                    TRAITS, EnumSet.of(ISOTROPIC_SCALING), 0, true, PairMetricChecksTest::score);

    private static Score score(Space a, Space b) {
        float[] cosines = new float[a.size()];
        for (int i = 0; i < cosines.length; i++) {
            Matrix row = a.latents().rows(i, i + 1);
            cosines[i] = FakeSimilarity.cosine(row, b.latents().rows(i, i + 1)).get(0, 0);
        }
        double sum = 0;
        for (float cosine : cosines) {
            sum += cosine;
        }
        return Score.of(sum / cosines.length, cosines);
    }

    @TestFactory
    Stream<DynamicTest> laws() {
        AtomicInteger calls = new AtomicInteger();
        CounterExamples examples =
                new CounterExamples()
                        .sound("cosine index", SOUND)
                        .broken(
                                "gives a value in its range, and one a sample that agree",
                                SOUND.computing((a, b) -> Score.of(0.9, new float[a.size()])))
                        .broken(
                                "finds nothing more alike than a space and itself",
                                SOUND.valued(value -> -value))
                        .broken(
                                "measures the same value again",
                                SOUND.valued(value -> value + calls.incrementAndGet() * 1e-9))
                        .broken("leaves both spaces as they are", SOUND.computing(this::vandal))
                        .broken("knows its chance level", SOUND.guessing(0.1));
        return claims(needs(examples)).tests();
    }

    private Score vandal(Space a, Space b) {
        Score score = score(a, b);
        Vandal.change(b.latents());
        return score;
    }

    private static CounterExamples needs(CounterExamples examples) {
        MetricTraits labels =
                new MetricTraits(Direction.HIGHER_IS_BETTER, -1, 1, EnumSet.allOf(Need.class), 1);
        MetricTraits fewer =
                new MetricTraits(Direction.HIGHER_IS_BETTER, -1, 1, Set.of(Need.EQUAL_WIDTHS), 4);
        return examples.broken(
                        "needs equal widths only if it says so",
                        SOUND.having(
                                new MetricTraits(Direction.HIGHER_IS_BETTER, -1, 1, Set.of(), 1)))
                .broken("needs labels only if it says so", SOUND.having(labels))
                .broken("needs as many rows as it says", SOUND.having(fewer))
                .broken("refuses spaces of unequally many rows and says both", SOUND.unchecked())
                .broken("refuses a source that is not finite", SOUND.unchecked())
                .broken("refuses a target that is not finite", SOUND.unchecked());
    }

    private static CounterExamples claims(CounterExamples examples) {
        CosineIndex constant = SOUND.valued(value -> 0.5).claiming(Set.of());
        CosineIndex all = SOUND.claiming(EnumSet.allOf(Invariance.class));
        CosineIndex floored =
                SOUND.computing(
                        (a, b) -> {
                            double size = Math.abs(b.latents().get(0, 0));
                            return Score.of(score(a, b).value() * Math.min(1, size / 1e-12));
                        });
        CosineIndex length =
                all.computing((a, b) -> Score.of(Math.tanh(b.latents().get(0, 0) / 2)));
        return examples.broken(
                        "claims what its claims imply",
                        SOUND.claiming(Set.of(Invariance.ORTHOGONAL)))
                .broken("does not notice permutations of the coordinates", all)
                .broken("does not notice rotations and reflections", all)
                .broken("does not notice one factor for the whole space", length)
                .broken(
                        "does not notice one factor for the whole space, from 1e-30 to 1e30",
                        floored)
                .broken("does not notice one factor for both spaces, from 1e-30 to 1e30", floored)
                .broken("does not notice shifts", all)
                .broken("does not notice shifts, up to a million times the spread", all)
                .broken("does not notice a factor for each coordinate", all)
                .broken("does not notice invertible linear maps", all)
                .broken("notices permutations of the coordinates", constant)
                .broken("notices rotations and reflections", constant)
                .broken("notices one factor for the whole space", constant)
                .broken("notices shifts", constant)
                .broken("notices a factor for each coordinate", constant)
                .broken("notices invertible linear maps", constant);
    }
}
