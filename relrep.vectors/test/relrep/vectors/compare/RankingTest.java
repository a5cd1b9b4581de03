package relrep.vectors.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

class RankingTest {
    /** The longer the name, the simpler. */
    private static final Comparator<String> SIMPLICITY =
            Comparator.comparing(name -> -name.length());

    private static Ranking of(double noise, double enough, double... values) {
        return Ranking.of(
                        List.of("a", "longest", "bb").subList(0, values.length),
                        values,
                        enough,
                        (one, other, value) ->
                                Optional.of(new Interval(value - noise, value + noise)),
                        SIMPLICITY)
                .orElseThrow();
    }

    @Test
    void beyondNoiseTheLargestIsBest() {
        Ranking found = of(.05, Double.POSITIVE_INFINITY, .9, .8, .7);
        assertEquals("a", found.best());
        assertEquals(List.of("a"), found.tied());
        assertFalse(found.tie());
        assertEquals("", found.others());
    }

    @Test
    void withinNoiseTheSimplestIsBest() {
        Ranking found = of(.15, Double.POSITIVE_INFINITY, .9, .8, .7);
        assertEquals("longest", found.best());
        assertEquals(List.of("longest", "a"), found.tied());
        assertFalse(found.ceiling());
        assertEquals("longest, bb and a", join(of(.25, 1, .9, .8, .7)));
    }

    private static String join(Ranking ranking) {
        return ranking.best() + ", " + ranking.others();
    }

    @Test
    void atTheCeilingAllAreTied() {
        Ranking found = of(0, .98, .999, .99, .97);
        assertEquals(List.of("longest", "a"), found.tied());
        assertTrue(found.ceiling());
    }

    @Test
    void oneAloneIsNoTieAndNoneNoRanking() {
        assertFalse(of(.1, .5, .9).tie());
        assertFalse(of(.1, .5, .9).ceiling());
        assertTrue(
                Ranking.of(
                                List.of(),
                                new double[0],
                                1,
                                (one, other, value) -> Optional.empty(),
                                SIMPLICITY)
                        .isEmpty());
    }
}
