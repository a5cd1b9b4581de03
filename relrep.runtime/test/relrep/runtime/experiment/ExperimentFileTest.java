package relrep.runtime.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.model.Objective;
import relrep.api.run.InvalidInputException;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ExperimentFileTest {
    private static final String TEXT =
            """
            name: small
            kind: stitch
            data: digits(train=100)
            networks:
              ae: conv(epochs=20)
            seeds: [1, 2, 3]
            pairs:
              - {width: 2, anchors: random(count=10)}
              - {width: 10, anchors: random(count=50, seed=3)}
            bridges: [rigid, mlp(factor=1, epochs=2), relative]
            similarity: [cosine, euclidean]
            metrics: mse
            sizes:
              smoke: {seeds: [1], networks: {ae: conv(epochs=1)}}
              small: {seeds: [1, 2]}
            claims:
              - linear < rigid
            """;

    private static ExperimentFile file(String text) {
        return new ExperimentFile("e.yaml", text, "e.yaml", "");
    }

    private static Definition read(String text, String... settings) {
        return file(text).define(List.of(settings), OptionalLong.empty());
    }

    private static String refusal(String text, String... settings) {
        return assertThrows(InvalidInputException.class, () -> read(text, settings)).getMessage();
    }

    private static String points(Definition definition) {
        return definition.points().stream()
                .map(
                        point ->
                                point.data()
                                        + " "
                                        + point.width().orElse(0)
                                        + " "
                                        + point.anchors().map(Object::toString).orElse("all")
                                        + " "
                                        + point.similarity())
                .collect(Collectors.joining("; "));
    }

    @Test
    void pairedValuesGoTogetherAndListsMeetEveryOther() {
        assertEquals(
                "digits(train=100) 2 random(count=10) cosine; "
                        + "digits(train=100) 2 random(count=10) euclidean; "
                        + "digits(train=100) 10 random(count=50, seed=3) cosine; "
                        + "digits(train=100) 10 random(count=50, seed=3) euclidean",
                points(read(TEXT)));
    }

    @Test
    void aListInBracketsIsNotCutInsideARoundBracket() {
        List<String> bridges =
                read(TEXT).bridges().get(ChainKind.STITCH).stream().map(Bridge::column).toList();
        assertEquals(List.of("rigid", "mlp(factor=1, epochs=2)", "relative"), bridges);
    }

    @Test
    void aSizeIsLaidOverTheFileAndASettingOverTheSize() {
        assertEquals(List.of(1L), read(TEXT, "size=smoke").seeds());
        assertEquals(
                "conv(epochs=1)", read(TEXT, "size=smoke").networks().get(0).plugin().toString());
        assertEquals(List.of(4L, 5L), read(TEXT, "seeds=[4, 5]", "size=smoke").seeds());
        assertEquals(List.of(9L), read(TEXT, "sizes.smoke.seeds=9", "size=smoke").seeds());
    }

    @Test
    void theOptionsOfAPluginAreKeysToo() {
        assertEquals(
                "conv(epochs=2)",
                read(TEXT, "networks.ae.epochs=2").networks().get(0).plugin().toString());
        assertEquals(
                "digits(train=100, test=7)", read(TEXT, "data.test=7").points().get(0).data() + "");
        assertEquals(
                "mlp(factor=1, epochs=9)",
                read(TEXT, "bridges.1.epochs=9").bridges().get(ChainKind.STITCH).get(1).column());
    }

    @Test
    void aSeedReplacesTheSeedsByAsManyFromItOn() {
        assertEquals(List.of(7L, 8L, 9L), file(TEXT).define(List.of(), OptionalLong.of(7)).seeds());
    }

    @Test
    void whatWasRunIsAFileThatRunsItAgain() {
        Definition once = read(TEXT, "size=small", "networks.ae.epochs=2", "similarity=cosine");
        Definition again = read(ExperimentFile.print(once));
        assertEquals(once.plain(), again.plain());
        assertEquals(once.points(), again.points());
        assertEquals(once.seeds(), again.seeds());
        assertFalse(again.plain().containsKey("sizes"));
    }

    @Test
    void defaultsAreThoseOfTheBook() {
        Definition plain =
                read(
                        """
                        name: x
                        kind: [compare, stitch]
                        data: d
                        networks: {a: b}
                        width: 3
                        anchors: random
                        metrics: [m]
                        """);
        assertEquals(List.of(1L), plain.seeds());
        assertEquals(Objective.RECONSTRUCT, plain.points().get(0).objective());
        assertEquals("cosine", plain.points().get(0).similarity().toString());
        assertEquals(PairingRule.Rule.ALL, plain.between().rule());
        assertEquals(
                List.of("absolute", "relative"),
                plain.bridges().get(ChainKind.COMPARE).stream().map(Bridge::column).toList());
        assertTrue(plain.controls().contains(Control.PCA));
    }

    @Test
    void bridgesAndMetricsMayBeGivenByKind() {
        Definition both =
                read(
                        """
                        name: x
                        kind: [compare, stitch]
                        data: d
                        networks: {a: b}
                        width: 3
                        bridges: {compare: absolute, stitch: [rigid, linear]}
                        metrics: {compare: m, stitch: [n, m]}
                        """);
        assertEquals(1, both.bridges().get(ChainKind.COMPARE).size());
        assertEquals(2, both.bridges().get(ChainKind.STITCH).size());
        assertEquals("[m, n, m]", both.metrics().stream().map(m -> m.metric()).toList() + "");
    }

    @Test
    void networksMeetByTheRuleThatIsWritten() {
        PairingRule same = read(TEXT, "between=same-seed").between();
        assertTrue(same.holds("a", 1, "b", 1));
        assertFalse(same.holds("a", 1, "b", 2));
        assertFalse(same.holds("a", 1, "a", 1));
        PairingRule arrow =
                read(
                                TEXT.replace("ae: conv(epochs=20)", "a: x\n  b: y")
                                        .replace("networks: {ae: conv(epochs=1)}", "width: 1"),
                                "between=[a -> b]")
                        .between();
        assertTrue(arrow.holds("a", 1, "b", 2));
        assertFalse(arrow.holds("b", 2, "a", 1));
    }

    @Test
    void aStarIsEveryOtherNetworkAndOneNetworkMayHaveSeedsOfItsOwn() {
        Definition proxy =
                read(
                        """
                        name: x
                        kind: stitch
                        data: d
                        width: 3
                        metrics: m
                        seeds: [1, 2]
                        networks: {a: x, b: y, best: {architecture: z, seeds: 7}}
                        between: ['* -> best']
                        bridges: absolute
                        """);
        assertTrue(proxy.between().holds("a", 1, "best", 7));
        assertTrue(proxy.between().holds("b", 2, "best", 7));
        assertFalse(proxy.between().holds("best", 7, "a", 1));
        assertFalse(proxy.between().holds("a", 1, "b", 1));
        assertEquals(List.of(), proxy.networks().get(0).seeds());
        assertEquals(List.of(7L), proxy.networks().get(2).seeds());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: stitch|kind: stich|e.yaml:2: unknown kind 'stich'; did you mean 'stitch'?"
                        + " there are compare, describe, stitch",
                "similarity:|similarty:|e.yaml:11: unknown key 'similarty'; did you mean"
                        + " 'similarity'?",
                "data: digits(train=100)|data: digits(train=100|e.yaml:3: data:"
                        + " 'digits(train=100' has a bracket that does not close",
                "  ae: conv(epochs=20)|  ae: [conv|e.yaml:6: this is not YAML:",
                "  ae: conv(epochs=20)|  ae: {architecture: conv, widht: 3}|e.yaml:5: unknown key"
                        + " 'widht'; did you mean 'width'? there are architecture, data, decoder,"
                        + " encoder, file, penalties, seeds, width",
                "seeds: [1, 2, 3]|seeds: [1, 2, two]|e.yaml:6: 'seeds' must be a whole number of"
                        + " at least 0, not 'two'",
                "seeds: [1, 2, 3]|seeds: [1, 2, 1]|e.yaml:6: 'seeds' gives '1' twice",
                "seeds: [1, 2, 3]|name: again|e.yaml:6: the key 'name' is given twice",
                "seeds: [1, 2, 3]|width: 5|e.yaml:6: 'width' is given here and in 'pairs'"
                        + " (e.yaml:8)",
                "{width: 2, anchors: random(count=10)}|{width: 2}|every one of the 'pairs' must"
                        + " have the same keys: width, not width, anchors",
                "metrics: mse|# metrics|e.yaml:1: the key 'metrics' is missing: what is measured",
                "bridges: [rigid|bridges: [own|e.yaml:10: 'own' is no bridge; bridges are"
                        + " absolute, relative, relative-end-to-end, or aligners",
                "linear < rigid|linear rigid|e.yaml:17: a claim is written such as",
                "linear < rigid|std(linear) < rigid|e.yaml:17: a claim is written such as",
                "linear < rigid|a - b - c < rigid|e.yaml:17: a claim is written such as",
                "name: small|name: ../small|e.yaml:1: a name is made of letters, digits and"
                        + " hyphens, not '../small'",
            })
    void whatDoesNotFitIsRefusedWithItsLine(String line, String wrong, String sentence) {
        String message = refusal(TEXT.replace(line, wrong));
        assertTrue(message.contains(sentence), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "widht=3|setting widht=3: unknown key 'widht'; did you mean 'width'?",
                "size=big|setting size=big: unknown size 'big'; there are small, smoke",
                "seeds=x|setting seeds=x: 'seeds' must be a whole number of at least 0, not 'x'",
                "seeds=[1|setting seeds=[1: this is not YAML:",
                "seeds|setting takes key=value, such as width=24, not 'seeds'",
                "name.x.y=1|setting name.x.y=1: there is no key 'x' in 'small'",
            })
    void aSettingThatDoesNotFitIsRefused(String setting, String sentence) {
        String message = refusal(TEXT, setting);
        assertTrue(message.contains(sentence), message);
    }

    @Test
    void whatIsNoMapIsRefused() {
        assertEquals(
                "e.yaml:1: an experiment is a map of keys such as name and kind, not empty",
                refusal(""));
        assertEquals(
                "e.yaml:1: an experiment is a map of keys such as name and kind, not a list",
                refusal("- a\n- b\n"));
    }

    @Test
    void relativeSpacesWithoutAnchorsAreRefused() {
        String message =
                refusal(
                        """
                        name: x
                        kind: compare
                        data: d
                        networks: {a: b}
                        width: 3
                        metrics: m
                        """);
        assertTrue(message.contains("relative spaces need 'anchors'"), message);
    }

    @Test
    void everyKeyCanBeListed() {
        var keys = file(TEXT).keys();
        assertEquals("conv(epochs=20)", keys.get("networks.ae"));
        assertEquals("[1, 2, 3]", keys.get("seeds"));
        assertEquals("[1]", keys.get("sizes.smoke.seeds"));
    }

    @Test
    void figuresAndErrataAreRead() {
        Definition definition =
                read(
                        TEXT
                                + "figures: [latents(samples=3, width=2), error-by-width]\n"
                                + "errata: the header is wrong\n");
        assertEquals("[latents(samples=3, width=2), error-by-width]", definition.figures() + "");
        assertEquals(List.of(), read(TEXT).figures());
        assertTrue(
                refusal(TEXT + "errata: {a: b}\n").endsWith("'errata' must be a text, not a map"),
                refusal(TEXT + "errata: {a: b}\n"));
    }

    /** A sentence with a colon, not quoted, is a map to YAML. */
    @Test
    void choicesAreSentences() {
        String refused = refusal(TEXT + "choices:\n  - a map is linear: it has no shift\n");
        assertTrue(refused.endsWith("'choices' must be a text, not a map"), refused);
    }

    @Test
    void refusesWhatGoesTooDeepBeforeItGoesThere() {
        String sentence = "lists and maps may be at most 40 deep";
        assertEquals("e.yaml:2: " + sentence, refusal("name: x\ndata: " + "[".repeat(100_000)));
        assertEquals("e.yaml:1: " + sentence, refusal("{a: ".repeat(100_000)));
        assertEquals("e.yaml:41: " + sentence, refusal(deep(100)));
        assertEquals(
                "setting data=" + "[".repeat(115) + "…: " + sentence,
                refusal(TEXT, "data=" + "[".repeat(100_000)));
    }

    private static String deep(int levels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= levels; i++) {
            text.append("  ".repeat(i)).append("a:\n");
        }
        return text + "  ".repeat(levels + 1) + "b: 1\n";
    }

    /** Nine aliases of nine aliases of … would be ten thousand millions of values. */
    @Test
    void refusesAliasesThatMultiply() {
        StringBuilder text = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'g'; c++) {
            text.append("%s: &%s [".formatted(c, c))
                    .append(("*" + (char) (c - 1) + ", ").repeat(9))
                    .append("]\n");
        }
        String sentence =
                ": there may be at most 100000 values, keys, lists and maps, each alias counted as"
                        + " what it stands for";
        assertEquals("e.yaml:1" + sentence, refusal(text.toString()));
        assertEquals(
                "e.yaml:2: lists and maps may be at most 40 deep",
                refusal("name: x\nnetworks: &n {ae: *n}\n"));
    }

    @Test
    void refusesBracketsThatAreNeverClosedAndSweepsThatNobodyEnds() {
        assertEquals(
                "e.yaml:1: a value with round brackets may have at most 10000 letters; does one"
                        + " close where it should?",
                refusal("bridges: [mlp(a=1, " + "b=2, ".repeat(9_000) + "]"));
        String many =
                IntStream.rangeClosed(1, 401)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(", "));
        assertEquals(
                "e.yaml:1: the keys that are swept may have at most 100000 combinations, not 401 ×"
                        + " 401 and more",
                refusal(
                        "name: x\nkind: describe\ndata: digits\nnetworks: {ae: conv}\nwidth: [%s]\nanchor-seeds: [%s]\n"
                                .formatted(many, many)));
        String told = refusal(TEXT, "data=" + "x ".repeat(50_000));
        assertTrue(told.length() < 600, told.length() + " letters");
    }
}
