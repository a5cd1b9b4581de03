package relrep.metrics.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.PairMetric;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.tile.Closeness;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Tests metrics of ranks and neighbours on equal rows, zero rows and whole numbers. */
@Tag("slow")
class TiesTest {
    private static final Run RUN = Run.quiet(Seed.of(1));
    private static final int N = 120;

    static List<PairMetric> metrics() {
        List<PairMetric> metrics = new ArrayList<>();
        for (Closeness measure : Closeness.values()) {
            for (int top : new int[] {0, 10}) {
                metrics.add(new Mrr().with(new Mrr.Options(top, measure, RankTies.MEAN)));
            }
            metrics.add(
                    new MutualKnn().with(new MutualKnn.Options(5, measure, NeighbourTies.MEAN)));
            for (NeighbourConvention convention : NeighbourConvention.values()) {
                metrics.add(
                        new Jaccard()
                                .with(
                                        new Jaccard.Options(
                                                5, convention, measure, NeighbourTies.MEAN)));
            }
        }
        return metrics;
    }

    /** One target of three is as near as the right one: ranks 1.5, 1 and 1.5. */
    @Test
    void conventionsByHand() {
        Space x = Space.of("x", Matrix.of(3, 2, 1, 0, 0, 1, 1, 0));
        assertEquals((1 / 1.5 + 1 + 1 / 1.5) / 3, mrr(x, RankTies.MEAN), 1e-15);
        assertEquals(1, mrr(x, RankTies.OPTIMISTIC), 1e-15);
        assertEquals((.5 + 1 + .5) / 3, mrr(x, RankTies.PESSIMISTIC), 1e-15);
    }

    private static double mrr(Space space, RankTies ties) {
        return new Mrr()
                .with(new Mrr.Options(0, Closeness.COSINE, ties))
                .measure(space, space, RUN)
                .value();
    }

    @Test
    void theLowerRowIsThatOfAnIndex() {
        Space x = Space.of("x", Matrix.of(4, 1, 1, 2, 3, 4));
        MutualKnn.Options lower =
                new MutualKnn.Options(1, Closeness.COSINE, NeighbourTies.LOWER_ROW);
        assertEquals(1, new MutualKnn().with(lower).measure(x, x, RUN).value());
        MutualKnn.Options mean = new MutualKnn.Options(1, Closeness.COSINE, NeighbourTies.MEAN);
        assertEquals(1 / 3., new MutualKnn().with(mean).measure(x, x, RUN).value(), 1e-15);
    }

    /** A space with itself, all rows equal: no sample can be distinguished from another. */
    @ParameterizedTest
    @MethodSource("metrics")
    void equalRowsAreWorthNoMoreThanChance(PairMetric metric) {
        for (float value : new float[] {0, 1, .1f}) {
            float[] values = new float[N * 3];
            java.util.Arrays.fill(values, value);
            Space one = Space.of("one", Matrix.of(N, 3, values));
            double chance = metric.chance(N, 3).orElse(1);
            assertTrue(metric.measure(one, one, RUN).value() <= chance + 1e-12);
        }
    }

    /** Which rows are the lower ones says nothing of what they hold. */
    @ParameterizedTest
    @MethodSource("metrics")
    void theOrderOfTheRowsDoesNotShow(PairMetric metric) {
        for (Space[] pair : awkward()) {
            double expected = metric.measure(pair[0], pair[1], RUN).value();
            int[] order = Seed.of(5).random().ints(0, N).distinct().limit(N).toArray();
            Space x = Space.of("x", pair[0].latents().select(order));
            Space y = Space.of("y", pair[1].latents().select(order));
            assertEquals(expected, metric.measure(x, y, RUN).value(), 1e-12);
        }
    }

    /** Spaces that have nothing to do with each other: no more than the mean of 60 shuffles. */
    @ParameterizedTest
    @MethodSource("metrics")
    void unrelatedSpacesGainNothing(PairMetric metric) {
        for (Space[] pair : awkward()) {
            double value = metric.measure(pair[0], pair[1], RUN).value();
            double sum = 0;
            double squares = 0;
            int times = 60;
            RandomGenerator random = Seed.of(9).random();
            for (int t = 0; t < times; t++) {
                int[] order = random.ints(0, N).distinct().limit(N).toArray();
                Space y = Space.of("y", pair[1].latents().select(order));
                double shuffled = metric.measure(pair[0], y, RUN).value();
                sum += shuffled / times;
                squares += shuffled * shuffled / times;
            }
            double spread = Math.sqrt(Math.max(0, squares - sum * sum));
            assertTrue(value <= sum + 4 * spread + 1e-12, value + " of " + sum + " ± " + spread);
        }
    }

    /** Half of the rows zero in both, in other places; equal rows; whole numbers; constants. */
    private static List<Space[]> awkward() {
        List<Space[]> pairs = new ArrayList<>();
        float[] x = normal(1);
        float[] y = normal(2);
        java.util.Arrays.fill(x, 0, x.length / 2, 0);
        java.util.Arrays.fill(y, y.length / 4, y.length / 4 * 3, 0);
        pairs.add(pair(x, y));
        x = normal(3);
        y = normal(4);
        for (int i = 0; i < N / 2; i++) {
            System.arraycopy(x, 0, x, 3 * i, 3);
            System.arraycopy(y, 0, y, 3 * (2 * i + 1), 3);
        }
        pairs.add(pair(x, y));
        x = normal(5);
        y = normal(6);
        for (int t = 0; t < x.length; t++) {
            x[t] = t % 3 == 0 ? 7 : Math.round(x[t]);
            y[t] = Math.round(2 * y[t]);
        }
        pairs.add(pair(x, y));
        return pairs;
    }

    private static float[] normal(long seed) {
        RandomGenerator random = Seed.of(seed).random();
        float[] values = new float[N * 3];
        for (int t = 0; t < values.length; t++) {
            values[t] = (float) random.nextGaussian();
        }
        return values;
    }

    private static Space[] pair(float[] x, float[] y) {
        return new Space[] {
            Space.of("x", Matrix.of(N, 3, x)), Space.of("y", Matrix.of(N, 3, y)),
        };
    }
}
