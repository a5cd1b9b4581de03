package relrep.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.report.summary.Verdict.Outcome;

import java.util.List;
import java.util.Map;

class SelectorSweepTest {
    /** Two bridges for each selector: what random makes worse, farthest makes better. */
    private static Runs swept(String first, int count, String second, int other) {
        Runs runs = new Runs().pairs("absolute", 3, "mse", 0.5, 0.001);
        anchored(runs, first, count);
        runs.pairs("relative", 3, "mse", 0.6, 0.001);
        anchored(runs, second, other);
        return runs.pairs("relative", 3, "mse", 0.4, 0.001);
    }

    private static void anchored(Runs runs, String selector, int count) {
        runs.holding("selector", selector).holding("anchors", count);
    }

    private static String table(Runs runs) {
        return Summary.text(runs.report());
    }

    @Test
    void aCountIsNoOtherSelector() {
        assertEquals("random", SelectorSweep.without("random(count=50)"));
        assertEquals("k-means(seed=3)", SelectorSweep.without("k-means(count=50, seed=3)"));
        assertEquals("k-means(seed=3)", SelectorSweep.without("k-means(seed=3, count=50)"));
        assertEquals("per-class(per=5)", SelectorSweep.without("per-class(per=5)"));
        assertEquals("", SelectorSweep.without(""));
    }

    @Test
    void tablesShowASelectorWheneverItDiffers() {
        String decided = table(swept("random(count=10)", 10, "farthest(count=20)", 20));
        assertTrue(decided.contains("| anchors | bridge   | selector           |"), decided);
        String equal = table(swept("random(count=10)", 10, "farthest(count=10)", 10));
        assertTrue(equal.contains("| bridge   | selector           |"), equal);
    }

    @Test
    void tablesShowTheCountAloneWhereTheSelectorIsTheSame() {
        String counts = table(swept("random(count=10)", 10, "random(count=20)", 20));
        assertTrue(counts.contains("| anchors | bridge   |   n |"), counts);
        assertFalse(counts.contains("selector"), counts);
    }

    @Test
    void claimsAreJudgedForEachSelector() {
        Runs runs =
                swept("random(count=10)", 10, "farthest(count=10)", 10)
                        .claims("relative < absolute");
        List<Verdict> verdicts = Judge.verdicts(runs.report());
        assertEquals(2, verdicts.size(), verdicts::toString);
        assertEquals("random", verdicts.get(0).setting().get("selector"));
        assertEquals(Outcome.FAILS, verdicts.get(0).outcome());
        assertEquals("farthest", verdicts.get(1).setting().get("selector"));
        assertEquals(Outcome.HOLDS, verdicts.get(1).outcome());
    }

    @Test
    void aClaimMayCompareSelectorsAndCounts() {
        Runs runs =
                swept("random(count=10)", 10, "farthest(count=20)", 20)
                        .claims(
                                "relative[selector=farthest, anchors=20]"
                                        + " < relative[selector=random, anchors=10]");
        List<Verdict> verdicts = Judge.verdicts(runs.report());
        assertEquals(List.of(Outcome.HOLDS), verdicts.stream().map(Verdict::outcome).toList());
    }

    /** Rigid is fitted on its own choice of anchors, relative on another: neither is swept. */
    @Test
    void bridgesWithSelectorsOfTheirOwnAreCompared() {
        Runs runs = new Runs().claims("rigid < relative");
        runs.holding("selector", "random(count=10)").pairs("rigid", 3, "mse", 0.4, 0.001);
        runs.holding("selector", "farthest(count=10)").pairs("relative", 3, "mse", 0.5, 0.001);
        List<Verdict> verdicts = Judge.verdicts(runs.report());
        assertEquals(1, verdicts.size());
        assertEquals(Outcome.HOLDS, verdicts.get(0).outcome());
        assertEquals(Map.of(), only(verdicts.get(0).setting(), "selector"));
    }

    private static Map<String, String> only(Map<String, String> setting, String column) {
        return setting.containsKey(column) ? Map.of(column, setting.get(column)) : Map.of();
    }
}
