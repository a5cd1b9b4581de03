package relrep.api.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class RunTest {
    @Test
    void branchesTheSeedByTheNameOfThePart() {
        Run run = Run.quiet(Seed.of(4));
        assertEquals(Seed.of(4).branch("train"), run.part("train", 0.5).seed());
        assertEquals(run.part("train", 0.5).seed(), run.part("train", 0.1).seed());
    }

    @Test
    void takesAnyNumbersForSteps() {
        Run run = Run.quiet(Seed.of(4));
        assertDoesNotThrow(() -> run.step(5, 3));
        assertDoesNotThrow(() -> run.step(-1, 0));
        assertDoesNotThrow(() -> run.note("a sentence"));
    }

    @Test
    void keepsTheSentenceAndWhatWasUnderneath() {
        Exception cause = new Exception("underneath");
        assertEquals("no", new InvalidInputException("no").getMessage());
        assertSame(cause, new InvalidInputException("no", cause).getCause());
        assertSame(cause, new UnavailableException("no", cause).getCause());
        assertEquals("enough", new CancelledException("enough").getMessage());
    }
}
