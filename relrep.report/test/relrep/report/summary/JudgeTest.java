package relrep.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.report.summary.Verdict.Outcome;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** The own network is the one whose samples are measured, and each way is a setting. */
    @Test
    void betweenDataSetsTheOwnNetworkIsTheSource() {
        Runs runs = new Runs().claims("relative >= 0.9 * own");
        for (int seed = 1; seed <= 3; seed++) {
            language(runs, "own", seed, "en", "en", 0.5 + 0.01 * seed);
            language(runs, "own", seed, "fr", "fr", 0.9 + 0.01 * seed);
            language(runs, "relative", seed, "en", "fr", 0.49 + 0.01 * seed);
            language(runs, "relative", seed, "fr", "en", 0.49 + 0.01 * seed);
        }
        List<Verdict> verdicts = Judge.verdicts(runs.report());
        assertEquals(
                List.of(Outcome.HOLDS, Outcome.FAILS),
                verdicts.stream().map(Verdict::outcome).toList());
        assertTrue(verdicts.get(0).right().contains("0.52"), verdicts.get(0).right());
    }

    private static void language(
            Runs runs, String bridge, int seed, String source, String target, double value) {
        runs.row(
                "accuracy",
                value,
                "dataset",
                "news-" + source,
                "target_dataset",
                source.equals(target) ? "" : "news-" + target,
                "source",
                source,
                "target",
                target,
                "source_seed",
                String.valueOf(seed),
                "target_seed",
                String.valueOf(seed),
                "bridge",
                bridge);
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

    /** The gap is 0.2 and more at width 10, and 0.05 and more at 50; seeds pair. */
    private static Runs gaps(String claim) {
        Runs runs = new Runs().claims(claim);
        for (int width : new int[] {10, 50}) {
            runs.holding("width", width).holding("target_width", width);
            runs.pairs("linear", 3, "mse", 0.5, 0.1);
            runs.pairs("rigid", 3, "mse", width == 10 ? 0.7 : 0.55, width == 10 ? 0.11 : 0.102);
        }
        return runs;
    }

    private static final String SHRINKS =
            "rigid[width=50] - linear[width=50] < rigid[width=10] - linear[width=10]";

    @Test
    void aWidthThatEverySideNamesIsThatOfBothEnds() {
        Runs runs = new Runs().claims("own[width=50] < own[width=10]");
        for (int width : new int[] {10, 50}) {
            runs.holding("width", width).holding("target_width", width);
            runs.own(3, "mse", width == 10 ? 0.5 : 0.4, width / 10000.0);
        }
        Verdict verdict = only(runs);
        assertEquals(Outcome.HOLDS, verdict.outcome());
        assertEquals("3/3", verdict.count());
        assertEquals(Map.of("dataset", "digits"), removeTraining(verdict.setting()));
    }

    private static Map<String, String> removeTraining(Map<String, String> setting) {
        Map<String, String> rest = new TreeMap<>(setting);
        rest.keySet().removeAll(List.of("target", "target_architecture"));
        return rest;
    }

    @Test
    void aWidthThatOneSideNamesLeavesTheOtherEndAlone() {
        // the own decoder of 10 has the error 0.1, that of 50 has 0.9
        Runs runs = new Runs().claims("rigid[width=50] < own");
        for (int width : new int[] {10, 50}) {
            runs.holding("width", width).holding("target_width", width);
            runs.own(3, "mse", width == 10 ? 0.1 : 0.9, 0).pairs("rigid", 3, "mse", 0.5, 0.01);
        }
        assertEquals("6/3", only(runs).count());
        assertEquals("0.9000", only(runs).right());
    }

    @Test
    void comparesDifferencesOfTheSameSeeds() {
        // rigid - linear: 0.05 + 0.002 i and 0.2 + 0.01 i, i = 0 to 5; each row spreads by 0.187
        Verdict verdict = only(gaps(SHRINKS));
        assertEquals(Outcome.HOLDS, verdict.outcome());
        assertEquals("0.05500 ± 0.00374", verdict.left());
        assertEquals("0.2250 ± 0.0187", verdict.right());
        assertEquals("Wilcoxon, p = 0.016", verdict.test());
        assertEquals("6/3", verdict.count());
        assertEquals(Outcome.FAILS, only(gaps(SHRINKS.replace('<', '>'))).outcome());
    }

    @Test
    void scalesADifferenceAndHoldsItToABound() {
        Verdict scaled = only(gaps(SHRINKS.replace("< ", "< 0.2 * (").concat(")")));
        assertEquals("0.2 × 0.2250 ± 0.0187", scaled.right());
        assertEquals(Outcome.FAILS, scaled.outcome());
        List<Verdict> bound = Judge.verdicts(gaps("rigid - linear < 0.1").report());
        assertEquals(
                List.of(Outcome.HOLDS, Outcome.FAILS),
                bound.stream()
                        .sorted(
                                (a, b) ->
                                        b.setting()
                                                .get("width")
                                                .compareTo(a.setting().get("width")))
                        .map(Verdict::outcome)
                        .toList());
    }

    @Test
    void subtractsWithinWhatBothRowsAskFor() {
        // widths are chosen by both rows, so each width is a setting of its own pairs
        Verdict verdict =
                only(gaps("rigid[width<=50] - linear[width<=50] > 0.04 where width = 50"));
        assertEquals("6/3", verdict.count());
        assertEquals("0.05500 ± 0.00374", verdict.left());
    }

    @Test
    void subtractsTheOwnDecoderOfTheTarget() {
        Runs runs = new Runs().claims("linear - own <= 0.1");
        runs.pair("own", 1, 1, "mse", 0.4).pair("own", 2, 2, "mse", 0.2);
        runs.pair("linear", 2, 1, "mse", 0.5).pair("linear", 1, 2, "mse", 0.3);
        Verdict verdict = only(runs);
        assertEquals("0.1000", verdict.left());
        assertEquals("2/2", verdict.count());
    }

    private static Verdict spread(String claim) {
        double[] rigid = {.90, .70, .85, .60, .95, .75};
        double[] linear = {.50, .52, .51, .49, .53, .50};
        Runs runs = new Runs().claims(claim);
        int i = 0;
        for (int source = 1; source <= 3; source++) {
            for (int target = 1; target <= 3; target++) {
                if (source != target) {
                    runs.pair("rigid", source, target, "mse", rigid[i]);
                    runs.pair("linear", source, target, "mse", linear[i++]);
                }
            }
        }
        return only(runs);
    }

    @Test
    void comparesSpreadsOfPairs() {
        Verdict verdict = spread("std(rigid) > 2 * std(linear)");
        assertEquals(Outcome.HOLDS, verdict.outcome());
        assertEquals("std 0.1320", verdict.left());
        assertEquals("2 × std 0.01472", verdict.right());
        assertEquals("6/3", verdict.count());
        assertEquals("Pitman–Morgan, p = 0.003", verdict.test());
        assertEquals(Outcome.HOLDS, spread("std(linear) < std(rigid)").outcome());
        assertEquals(Outcome.FAILS, spread("std(linear) > std(rigid)").outcome());
        assertEquals(Outcome.NOISE, spread("std(rigid) > 8 * std(linear)").outcome());
        assertEquals(Outcome.HOLDS, spread("std(rigid) >= 8 * std(linear)").outcome());
        assertEquals(Outcome.FAILS, spread("std(rigid) > 20 * std(linear)").outcome());
    }

    @Test
    void twoPairsSayNothingOfSpreads() {
        Runs runs = new Runs().claims("std(rigid) > std(linear)");
        runs.pairs("linear", 2, "mse", 0.5, 0.01).pairs("rigid", 2, "mse", 0.5, 0.2);
        assertEquals("no test, n < 3", only(runs).test());
        assertEquals(Outcome.NOISE, only(runs).outcome());
    }

    @Test
    void saysWhichRowOfADifferenceIsMissing() {
        Runs runs = new Runs().claims("linear - mlp < 1", "mlp - linear < 1", "linear - own < 1");
        runs.pair("linear", 1, 2, "mse", 0.5).pair("own", 3, 3, "mse", 0.5);
        assertEquals(
                List.of("no row for mlp", "no row for mlp", "no row beside another"),
                Judge.verdicts(runs.report()).stream().map(Verdict::test).toList());
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
