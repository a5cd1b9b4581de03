package relrep.api.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.metric.Score;
import relrep.api.run.Seed;
import relrep.api.similarity.Similarity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Checks that no message of the kit shows a memory address. */
class ShownTest {
    @SuppressWarnings("ArrayRecordComponent") // an array inside a record is what is shown here
    private record Pair(int[] left, Object right) {}

    private record Plain(String word) {}

    @Test
    void valuesAreShownByWhatTheyHold() {
        assertEquals("[1.0, 2.5]", Shown.text(new float[] {1, 2.5f}));
        assertEquals("[[1], [2, 3]]", Shown.text(new int[][] {{1}, {2, 3}}));
        assertEquals("[0, 0, 0, 0, 0, 0, 0, 0, … 300 in all]", Shown.text(new long[300]));
        assertEquals(
                "Score[value=0.5, perSample=[1.0, 0.0], details={a=2.0}]",
                Shown.text(new Score(.5, new float[] {1, 0}, Map.of("a", 2.0))));
        assertEquals(
                "Pair[left=[4], right=[[x], null]]",
                Shown.text(new Pair(new int[] {4}, Arrays.asList(new String[] {"x"}, null))));
        assertEquals("Plain[word=a@1]", Shown.text(new Plain("a@1")));
        assertEquals("Object", Shown.text(new Object()));
        assertEquals("a nameless Object", Shown.text(new Object() {}));
        assertEquals("a nameless Callable", Shown.text((Callable<Integer>) () -> 1));
        assertEquals("a nameless Odd", Shown.text(new Odd() {}));
        assertEquals(
                "IllegalStateException: gone", Shown.text(new IllegalStateException("gone") {}));
        assertEquals("StackOverflowError", Shown.text(new StackOverflowError()));
        assertEquals(
                "a nameless Mute",
                Shown.text(
                        new Mute() {
                            @Override
                            public String toString() {
                                throw new IllegalStateException();
                            }
                        }));
    }

    private static class Mute {}

    private abstract static class Odd implements Similarity {
        @Override
        public relrep.api.data.Matrix compare(relrep.api.data.Matrix p, relrep.api.data.Matrix a) {
            return p;
        }

        @Override
        public java.util.Set<relrep.api.plugin.Invariance> invariances() {
            return java.util.Set.of();
        }
    }

    @Test
    void aBrokenLawShowsThemSo() {
        Trial trial = new Trial(Seed.of(1));
        AssertionError error =
                assertThrows(
                        AssertionError.class,
                        () ->
                                trial.require(
                                        false,
                                        "it must be %s, not %.1f and %d of %s",
                                        new float[] {1},
                                        2.5,
                                        3,
                                        List.of(new int[] {4})));
        assertEquals("it must be [1.0], not 2.5 and 3 of [[4]]", error.getMessage());
    }
}
