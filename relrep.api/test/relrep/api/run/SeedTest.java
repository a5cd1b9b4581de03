package relrep.api.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Tests seeds against golden values computed with Python's integers from the definitions. */
class SeedTest {
    /** Chi-square of 23 degrees of freedom exceeds this once in a thousand. */
    private static final double CHI_SQUARE_23 = 49.7;

    private static final int[] PERMUTED_10 = {5, 4, 7, 8, 2, 0, 9, 1, 6, 3};
    private static final int[] PERMUTED_6 = {2, 5, 3, 1, 4, 0};

    @Test
    void branchesToTheGoldenValues() {
        assertEquals(2841994784060530217L, Seed.of(1).branch("a").value());
        assertEquals(356814705548074586L, Seed.of(1).branch("b").value());
        assertEquals(-1583648795649433470L, Seed.of(2).branch("a").value());
        assertEquals(1170960519757942239L, Seed.of(1).branch("").value());
        assertEquals(4095280364703187837L, Seed.of(1).branch("a").branch("b").value());
        assertEquals(4648567965661472105L, Seed.of(1).branch("é").value());
    }

    @Test
    void drawsTheGoldenNumbers() {
        RandomGenerator random = Seed.of(1).random();
        assertEquals(-7995527694508729151L, random.nextLong());
        assertEquals(-4689498862643123097L, random.nextLong());
        assertEquals(-534904783426661026L, random.nextLong());
    }

    @Test
    void permutesToTheGoldenOrder() {
        assertArrayEquals(PERMUTED_10, Seed.of(1).permutation(10));
        assertArrayEquals(PERMUTED_6, Seed.of(1).branch("anchors").permutation(6));
    }

    @Test
    void drawsTheSameNumbersFromEachGenerator() {
        Seed seed = Seed.of(5);
        RandomGenerator first = seed.random();
        first.nextLong();
        assertEquals(seed.random().nextLong(), seed.random().nextLong());
    }

    @Test
    void dependsOnTheNamesAndNotOnTheOrderOfAsking() {
        Seed root = Seed.of(3);
        Seed late = root.branch("late");
        root.branch("early").random().nextLong();
        assertEquals(late, root.branch("late"));
        assertNotEquals(root.branch("a").branch("b").value(), root.branch("b").branch("a").value());
        assertNotEquals(root.branch("ab").value(), root.branch("a").branch("b").value());
    }

    @Test
    void hasNoTwoBranchesAlike() {
        Set<Long> values = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            for (int name = 0; name < 1000; name++) {
                values.add(Seed.of(seed).branch(String.valueOf(name)).value());
            }
        }
        assertEquals(100_000, values.size());
    }

    @Test
    void changesHalfOfTheBitsWhenOneBitOfTheSeedChanges() {
        long flipped = 0;
        for (int bit = 0; bit < 64; bit++) {
            for (int seed = 0; seed < 100; seed++) {
                long value = Seed.of(seed).branch("x").value();
                flipped += Long.bitCount(value ^ Seed.of(seed ^ (1L << bit)).branch("x").value());
            }
        }
        double mean = flipped / 6400.0;
        assertTrue(Math.abs(mean - 32) < 0.2, "bits flipped: " + mean);
    }

    @Test
    void permutesEveryNumberOnce() {
        for (int n : new int[] {0, 1, 2, 100}) {
            int[] sorted = Seed.of(9).permutation(n);
            Arrays.sort(sorted);
            for (int i = 0; i < n; i++) {
                assertEquals(i, sorted[i]);
            }
        }
    }

    @Test
    void makesEachOrderEquallyOften() {
        Map<String, Integer> counts = new HashMap<>();
        int trials = 24_000;
        for (int i = 0; i < trials; i++) {
            int[] order = Seed.of(1).branch("trial " + i).permutation(4);
            counts.merge(Arrays.toString(order), 1, Integer::sum);
        }
        assertEquals(24, counts.size());
        double expected = trials / 24.0;
        double chiSquare =
                counts.values().stream().mapToDouble(c -> (c - expected) * (c - expected)).sum()
                        / expected;
        assertTrue(chiSquare < CHI_SQUARE_23, "chi-square " + chiSquare);
    }

    @Test
    void samplesEachElementEquallyOften() {
        int[] taken = new int[24];
        int trials = 6_000;
        for (int i = 0; i < trials; i++) {
            int[] order = Seed.of(2).branch("sample " + i).permutation(24);
            for (int j = 0; j < 4; j++) {
                taken[order[j]]++;
            }
        }
        double expected = trials * 4 / 24.0;
        double chiSquare =
                Arrays.stream(taken).mapToDouble(c -> (c - expected) * (c - expected)).sum()
                        / expected;
        assertTrue(chiSquare < CHI_SQUARE_23, "chi-square " + chiSquare);
    }
}
