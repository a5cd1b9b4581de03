package relrep.api.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.run.Seed;

import java.util.ArrayList;
import java.util.List;

class CheckTest {
    private static Check check(String law, Check.Body body) {
        return new Check(law, Seed.of(7), body);
    }

    @Test
    void saysTheLawWhatWasAndTheSeed() {
        Check check = check("is even", t -> t.require(3 % 2 == 0, "it must be even, not %d", 3));
        AssertionError error = assertThrows(AssertionError.class, check::run);
        assertEquals("is even: it must be even, not 3 (seed 7)", error.getMessage());
        assertEquals(
                new Verdict("is even", Verdict.Outcome.BROKEN, error.getMessage()), check.judge());
    }

    @Test
    void countsAnUnexpectedExceptionAsBroken() {
        Check check =
                check(
                        "works",
                        t -> {
                            throw new IllegalStateException("no");
                        });
        assertEquals("works: it threw IllegalStateException: no (seed 7)", check.judge().reason());
    }

    @Test
    void isSkippedForAReason() {
        Check check =
                check(
                        "loads",
                        t -> {
                            throw new SkippedException("there is no file");
                        });
        assertEquals(
                new Verdict("loads", Verdict.Outcome.SKIPPED, "there is no file"), check.judge());
    }

    @Test
    void drawsTheSameNumbersEachTimeAndOthersForAnotherLaw() {
        List<Double> drawn = new ArrayList<>();
        Check.Body draw = t -> drawn.add(t.random("x").nextDouble());
        Check one = check("one", draw);
        one.run();
        one.run();
        check("two", draw).run();
        assertEquals(drawn.get(0), drawn.get(1));
        assertEquals(3, drawn.size());
        assertEquals(2, drawn.stream().distinct().count());
    }

    @Test
    void refusesWhatImplementsNoContract() {
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> Checks.of("a string"));
        assertEquals(
                "a plugin implements a contract of relrep.api, but java.lang.String does not",
                refused.getMessage());
    }
}
