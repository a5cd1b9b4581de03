package relrep.api.tck;

import static relrep.api.plugin.Invariance.ORTHOGONAL;
import static relrep.api.plugin.Invariance.PERMUTATION;
import static relrep.api.plugin.Invariance.TRANSLATION;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.Score;
import relrep.api.metric.SpaceMetric;
import relrep.api.plugin.Invariance;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

class SpaceMetricChecksTest {
    private static final double FAR = Double.POSITIVE_INFINITY;
    private static final MetricTraits TRAITS =
            new MetricTraits(Direction.NEITHER, 0, FAR, Set.of(Need.LABELS), 2);

    /** The variance of a space, each part of which can be replaced. */
    private record Variance(
            MetricTraits traits,
            Set<Invariance> invariances,
            boolean checks,
            ToDoubleFunction<Space> compute)
            implements SpaceMetric {
        Variance computing(ToDoubleFunction<Space> other) {
            return new Variance(traits, invariances, checks, other);
        }

        Variance claiming(Set<Invariance> other) {
            return new Variance(traits, other, checks, compute);
        }

        @Override
        public Score measure(Space space, Run run) {
            if (checks) {
                space.requireLabels();
                space.latents().requireFinite("the space");
                if (space.size() < 2) {
                    throw new InvalidInputException(
                            "at least 2 rows are needed, there are " + space.size());
                }
            }
            return Score.of(compute.applyAsDouble(space));
        }
    }

    private static final Variance SOUND =
            new Variance(
                    TRAITS,
                    EnumSet.of(PERMUTATION, ORTHOGONAL, TRANSLATION),
                    true,
                    SpaceMetricChecksTest::variance);

    private static double variance(Space space) {
        double sum = 0;
        for (int j = 0; j < space.width(); j++) {
            sum += Math.pow(Numbers.spread(Numbers.column(space.latents(), j)), 2);
        }
        return sum;
    }

    @TestFactory
    Stream<DynamicTest> laws() {
        AtomicInteger calls = new AtomicInteger();
        Variance unchecked = new Variance(TRAITS, SOUND.invariances(), false, SOUND.compute());
        CounterExamples examples =
                new CounterExamples()
                        .sound("variance", SOUND)
                        .broken(
                                "gives a value in its range, and one a sample that agree",
                                SOUND.computing(space -> -variance(space)))
                        .broken(
                                "measures the same value again",
                                SOUND.computing(s -> variance(s) + calls.incrementAndGet()))
                        .broken("leaves the space as it is", SOUND.computing(this::vandal))
                        .broken("needs what it says it needs", unchecked)
                        .broken("needs as many rows as it says", unchecked)
                        .broken(
                                "refuses values that are not finite, with row and column",
                                unchecked);
        return claims(examples).tests();
    }

    private double vandal(Space space) {
        Vandal.change(space.latents());
        return variance(space);
    }

    private static CounterExamples claims(CounterExamples examples) {
        Variance all = SOUND.claiming(EnumSet.allOf(Invariance.class));
        Variance corner = all.computing(space -> Math.exp(space.latents().get(0, 0)));
        Variance none = SOUND.claiming(Set.of());
        Variance constant = none.computing(space -> 1);
        return examples.broken("claims what its claims imply", SOUND.claiming(Set.of(ORTHOGONAL)))
                .broken("does not notice permutations of the coordinates", corner)
                .broken("does not notice rotations and reflections", corner)
                .broken("does not notice one factor for the whole space", all)
                .broken("does not notice one factor for the whole space, from 1e-30 to 1e30", all)
                .broken("does not notice shifts", corner)
                .broken("does not notice shifts, up to a million times the spread", corner)
                .broken("does not notice a factor for each coordinate", all)
                .broken("does not notice invertible linear maps", all)
                .broken("notices permutations of the coordinates", none)
                .broken("notices rotations and reflections", none)
                .broken("notices one factor for the whole space", constant)
                .broken("notices shifts", none)
                .broken("notices a factor for each coordinate", constant)
                .broken("notices invertible linear maps", constant);
    }
}
