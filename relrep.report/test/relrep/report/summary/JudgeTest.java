package relrep.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.report.summary.Verdict.Outcome;

import java.util.List;
import java.util.Map;

class JudgeTest {
    private static Verdict only(Runs runs) {
        List<Verdict> verdicts = Judge.verdicts(runs.report());
        assertEquals(1, verdicts.size(), verdicts::toString);
        return verdicts.get(0);
    }

    private static Outcome outcome(String claim, double linear, double rigid, double noise) {
        Runs runs = new Runs().claims(claim).pairs("linear", 3, "mse", linear, 0);
        double sign = 1;
        for (int source = 1; source <= 3; source++) {
            for (int target = 1; target <= 3; target++) {
                if (source != target) {
                    runs.pair("rigid", source, target, "mse", rigid + noise * sign * source);
                    sign = -sign;
                }
            }
        }
        return only(runs).outcome();
    }

    @Test
    void holdsWhenTheDifferenceIsSignificant() {
        assertEquals(Outcome.HOLDS, outcome("linear < rigid", 0.5, 0.7, 0.01));
        assertEquals(Outcome.HOLDS, outcome("linear <= rigid", 0.5, 0.7, 0.01));
        assertEquals(Outcome.FAILS, outcome("linear > rigid", 0.5, 0.7, 0.01));
        assertEquals(Outcome.FAILS, outcome("linear >= rigid", 0.5, 0.7, 0.01));
    }

    @Test
    void isWithinNoiseWhenItIsNot() {
        assertEquals(Outcome.NOISE, outcome("linear < rigid", 0.5, 0.502, 0.1));
        assertEquals(Outcome.NOISE, outcome("linear > rigid", 0.5, 0.502, 0.1));
    }

    @Test
    void isNoWorseWithoutSignificance() {
        assertEquals(Outcome.HOLDS, outcome("linear <= rigid", 0.5, 0.55, 0.1));
        assertEquals(Outcome.NOISE, outcome("linear >= rigid", 0.5, 0.55, 0.1));
        assertEquals(Outcome.HOLDS, outcome("linear <= rigid", 0.5, 0.5, 0));
        assertEquals(Outcome.NOISE, outcome("linear < rigid", 0.5, 0.5, 0));
    }

    @Test
    void comparesWithAFactor() {
        assertEquals(Outcome.HOLDS, outcome("rigid >= 2 * linear", 0.3, 0.7, 0.01));
        assertEquals(Outcome.FAILS, outcome("rigid >= 3 * linear", 0.3, 0.7, 0.01));
    }

    @Test
    void comparesWithABound() {
        Verdict verdict =
                only(new Runs().claims("linear < 0.6").pairs("linear", 3, "mse", 0.5, 0.01));
        assertEquals(Outcome.HOLDS, verdict.outcome());
        assertEquals("0.6", verdict.right());
        assertEquals("6/3", verdict.count());
        assertEquals("Wilcoxon, p = 0.016", verdict.test());
    }

    @Test
    void pairsEqualSeeds() {
        // means are equal, every pair differs by 0.1
        Runs runs = new Runs().claims("linear < rigid");
        runs.pair("linear", 1, 2, "mse", 0.5).pair("linear", 2, 1, "mse", 0.9);
        runs.pair("rigid", 2, 1, "mse", 1.0).pair("rigid", 1, 2, "mse", 0.6);
        Verdict verdict = only(runs);
        assertEquals(Outcome.HOLDS, verdict.outcome());
        assertEquals("2/2", verdict.count());
        assertEquals("no test, n < 3", verdict.test());
    }

    @Test
    void comparesWithTheOwnDecoderOfTheTarget() {
        // into 1: 0.5 against 0.4; into 2: 0.3 against 0.2
        Runs runs = new Runs().claims("own < linear");
        runs.pair("own", 1, 1, "mse", 0.4).pair("own", 2, 2, "mse", 0.2);
        runs.pair("linear", 2, 1, "mse", 0.5).pair("linear", 1, 2, "mse", 0.3);
        assertEquals(Outcome.HOLDS, only(runs).outcome());
        assertEquals("0.3000 ± 0.1414", only(runs).left());
    }

    @Test
    void aDecoderTrainedWithItsEncoderStandsForAllThatEndInIt() {
        String own = "own-relative-end-to-end(every=10)";
        Runs runs = new Runs().claims(own + " < linear");
        runs.pair(own, 1, 1, "mse", 0.4).pair(own, 2, 2, "mse", 0.2);
        runs.pair("linear", 2, 1, "mse", 0.5).pair("linear", 1, 2, "mse", 0.3);
        assertEquals(Outcome.HOLDS, only(runs).outcome());
    }

    @Test
    void comparesEachPairWithAConstant() {
        Runs runs = new Runs().claims("linear < mean-image").pairs("linear", 3, "mse", 0.5, 0.01);
        runs.row("mse", 0.8, "bridge", "mean-image", "source", "", "target", "");
        Verdict verdict = only(runs);
        assertEquals(Outcome.HOLDS, verdict.outcome());
        assertEquals("0.8000", verdict.right());
        assertEquals("6/3", verdict.count());
    }

    @Test
    void judgesEachSettingApart() {
        Runs runs = new Runs().claims("linear < rigid", "linear < rigid where width <= 5");
        for (int width : new int[] {2, 10}) {
            runs.holding("width", width).pairs("rigid", 3, "mse", 0.7, 0.01);
            runs.pairs("linear", 3, "mse", width == 2 ? 0.5 : 0.9, 0.02);
        }
        List<Verdict> verdicts = Judge.verdicts(runs.report());
        assertEquals(
                List.of(Outcome.HOLDS, Outcome.FAILS, Outcome.HOLDS),
                verdicts.stream().map(Verdict::outcome).toList());
        assertEquals(
                List.of("2", "10", "2"),
                verdicts.stream().map(verdict -> verdict.setting().get("width")).toList());
    }

    @Test
    void takesTheChanceLevelOfTheSameSpaces() {
        Runs runs =
                new Runs().claims("absolute < 3 * chance").pairs("absolute", 3, "jaccard", 0.05, 0);
        runs.row("jaccard", 0.03, "bridge", "chance");
        runs.row("jaccard", 0.9, "bridge", "chance", "similarity", "cosine", "anchors", "300");
        assertEquals("3 × 0.03000", only(runs).right());
    }

    @Test
    void comparesARelativeRowWithEachNumberOfAnchors() {
        Runs runs = new Runs().claims("absolute < relative").pairs("absolute", 2, "cka", 0.1, 0);
        for (int anchors : new int[] {10, 300}) {
            runs.holding("anchors", anchors).holding("similarity", "cosine");
            runs.pairs("relative", 2, "cka", 0.8, 0);
        }
        assertEquals(
                List.of("10", "300"),
                Judge.verdicts(runs.report()).stream()
                        .map(verdict -> verdict.setting().get("anchors"))
                        .toList());
    }

    @Test
    void comparesColumnsThatTheClaimNames() {
        Runs runs =
                new Runs()
                        .claims("relative[similarity=robust-cosine] > relative[similarity=cosine]")
                        .holding("similarity", "cosine")
                        .pairs("relative", 3, "cka", 0.5, 0.01)
                        .holding("similarity", "robust-cosine")
                        .pairs("relative", 3, "cka", 0.6, 0.02);
        Verdict verdict = only(runs);
        assertEquals(Outcome.HOLDS, verdict.outcome());
        assertEquals("6/3", verdict.count());
    }

    @Test
    void namesRowsWithoutABridgeByTheirNetwork() {
        Runs runs = new Runs().claims("pca:silhouette > original:silhouette");
        for (int seed = 1; seed <= 3; seed++) {
            runs.row("silhouette", 0.4 + 0.01 * seed, "source", "pca", "source_seed", "" + seed);
        }
        runs.row("silhouette", 0.2, "source", "original");
        Verdict verdict = only(runs);
        assertEquals(Outcome.HOLDS, verdict.outcome());
        assertEquals("3/3", verdict.count());
    }

    @Test
    void saysWhatWasNotMeasured() {
        Runs runs =
                new Runs()
                        .claims("mlp < linear", "linear < mlp", "linear ~ mlp", "linear:f1 < 1")
                        .pairs("linear", 2, "mse", 0.5, 0)
                        .row("mse", Double.NaN, "bridge", "mlp", "note", "widths differ");
        assertEquals(
                List.of("no row for mlp", "no row for mlp", "no claim", "no row for linear"),
                Judge.verdicts(runs.report()).stream().map(Verdict::test).toList());
        assertEquals(Map.of(), Judge.verdicts(runs.report()).get(0).setting());
    }
}
