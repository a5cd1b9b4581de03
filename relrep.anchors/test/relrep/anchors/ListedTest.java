package relrep.anchors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Anchors;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.DynamicChecks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class ListedTest {
    private static final Space WORDS =
            new Space(
                    "words",
                    Matrix.of(3, 1, 1, 2, 3),
                    Optional.empty(),
                    Optional.of(List.of("river", "court", "goal")));

    @TestFactory
    Stream<DynamicTest> keepsItsContract() {
        return DynamicChecks.of(new Listed());
    }

    private static Anchors select(List<String> keys, Space space, Integer... rows) {
        return new Listed()
                .with(new Listed.Options(keys, List.of(rows)))
                .select(space, Run.quiet(Seed.of(1)));
    }

    private static String refusal(List<String> keys, Space space, Integer... rows) {
        return assertThrows(InvalidInputException.class, () -> select(keys, space, rows))
                .getMessage();
    }

    @Test
    void anchorsAreInTheOrderOfTheList() {
        assertEquals(Anchors.ofRows(2, 0), select(List.of(), WORDS, 2, 0));
        assertEquals(Anchors.ofRows(1, 0), select(List.of("court", "river"), WORDS));
    }

    /** A list without keys and rows has the first row alone, which is hardly meant. */
    @Test
    void theDefaultIsSaid() {
        List<String> notes = new ArrayList<>();
        Run noting =
                new Run() {
                    @Override
                    public Seed seed() {
                        return Seed.of(1);
                    }

                    @Override
                    public void step(long done, long total) {}

                    @Override
                    public Run part(String name, double share) {
                        return this;
                    }

                    @Override
                    public void note(String sentence) {
                        notes.add(sentence);
                    }
                };
        assertEquals(Anchors.ofRows(0), new Listed().select(WORDS, noting));
        assertEquals(
                List.of("the list of anchors has row 0 alone; keys or rows name others"), notes);
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertEquals("anchors must be rows 0 to 2 of 'words', not 3", refusal(List.of(), WORDS, 3));
        assertEquals(
                "anchors must be keys of 'words', and 1 of 2 are not: boat",
                refusal(List.of("goal", "boat"), WORDS));
        assertEquals(
                "anchors are listed by key, and the samples of 'bare' have none; rows lists them by"
                        + " number",
                refusal(List.of("goal"), Space.of("bare", Matrix.of(1, 1, 1))));
        assertEquals(
                "keys of anchors must differ, but 'goal' comes twice",
                refusal(List.of("goal", "goal"), WORDS));
        assertEquals("a list of anchors needs keys or rows", refusal(List.of(), WORDS));
    }
}
