package relrep.metrics.pair;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.run.Seed;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Compares ranks with those of Commons Statistics, from 0 and doubled. */
class MidRanksTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 1000, 1_000_000})
    void areThoseOfCommonsStatistics(int different) {
        RandomGenerator random = Seed.of(different).random();
        float[] values = new float[50_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(different) / 1000f;
        }
        requireSame(values);
    }

    @Test
    void theSmallestAndTheLargestHavePlaces() {
        requireSame(0, Float.MIN_VALUE, Float.POSITIVE_INFINITY, 1, 0, Float.MAX_VALUE);
    }

    /** The library puts the negative zero first. */
    @Test
    void zeroesOfBothSignsAreEqual() {
        assertArrayEquals(new int[] {1, 4, 1}, MidRanks.of(new float[] {0, 2, -0f}));
    }

    private static void requireSame(float... values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        double[] theirs = new NaturalRanking(TiesStrategy.AVERAGE).apply(doubles);
        int[] expected = Arrays.stream(theirs).mapToInt(rank -> (int) (2 * rank - 2)).toArray();
        assertArrayEquals(expected, MidRanks.of(values));
    }
}
