package relrep.api.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.report.Claim.Condition;
import relrep.api.report.Claim.Term;
import relrep.api.run.InvalidInputException;

import java.util.List;
import java.util.Optional;

class ClaimTest {
    private static Term term(String row) {
        return new Term(row, List.of(), Optional.empty());
    }

    private static Side side(String row) {
        return new Side(false, term(row), Optional.empty());
    }

    private static Side side(Term term) {
        return new Side(false, term, Optional.empty());
    }

    private static Term term(String row, String metric) {
        return new Term(row, List.of(), Optional.of(metric));
    }

    @Test
    void comparesTwoRows() {
        Claim claim = Claim.parse("linear < rigid");
        assertEquals(side("linear"), claim.left());
        assertEquals(Comparison.LESS, claim.comparison());
        assertEquals(1, claim.factor());
        assertEquals(Optional.of(side("rigid")), claim.right());
        assertEquals("linear < rigid", claim.text());
    }

    @Test
    void comparesMetricsByAFactor() {
        Claim claim = Claim.parse("relative:jaccard >= 10 * absolute:jaccard(k=5)");
        assertEquals(side(term("relative", "jaccard")), claim.left());
        assertEquals(Comparison.AT_LEAST, claim.comparison());
        assertEquals(10, claim.factor());
        assertEquals(Optional.of(side(term("absolute", "jaccard(k=5)"))), claim.right());
        assertEquals(2.5e-1, Claim.parse("a<=2.5e-1*b").factor());
    }

    @Test
    void comparesWithABound() {
        Claim claim = Claim.parse("relative:cosine-index > 0.9");
        assertEquals(0.9, claim.factor());
        assertEquals(Optional.empty(), claim.right());
        assertEquals(-1, Claim.parse("a >= -1").factor());
    }

    @Test
    void takesOptionsOfPlugins() {
        Claim claim = Claim.parse("mlp(factor=4, epochs = 2) <= mlp(factor=1)");
        assertEquals(side("mlp(factor=4,epochs=2)"), claim.left());
        assertEquals(Optional.of(side("mlp(factor=1)")), claim.right());
    }

    @Test
    void picksRowsByOtherColumns() {
        Claim claim = Claim.parse("relative[similarity=robust-cosine, anchors >= 100]:mse < own");
        assertEquals(
                List.of(
                        new Condition("similarity", Comparison.EQUAL, "robust-cosine"),
                        new Condition("anchors", Comparison.AT_LEAST, "100")),
                claim.left().term().factors());
        assertEquals(Optional.of("mse"), claim.left().term().metric());
    }

    @Test
    void aDatasetWithSeveralOptionsIsOneCondition() {
        Claim claim =
                Claim.parse("pca[dataset=mnist(train=8, labels=4+9), width=2] > pca[width=4]");
        assertEquals(
                List.of(
                        new Condition("dataset", Comparison.EQUAL, "mnist(train=8,labels=4+9)"),
                        new Condition("width", Comparison.EQUAL, "2")),
                claim.left().term().factors());
        assertTrue(claim.left().term().factors().get(0).holds("mnist(train=8, labels=4+9)"));
    }

    @Test
    void comparesDifferencesOfRows() {
        Claim claim =
                Claim.parse(
                        "rigid[width=50]:mse - linear[width=50] <= 0.5 * (mean-image -"
                                + " mlp(factor=4))");
        assertEquals(
                new Side(
                        false,
                        new Term(
                                "rigid",
                                List.of(new Condition("width", Comparison.EQUAL, "50")),
                                Optional.of("mse")),
                        Optional.of(
                                new Term(
                                        "linear",
                                        List.of(new Condition("width", Comparison.EQUAL, "50")),
                                        Optional.empty()))),
                claim.left());
        assertEquals(0.5, claim.factor());
        assertEquals(
                Optional.of(
                        new Side(false, term("mean-image"), Optional.of(term("mlp(factor=4)")))),
                claim.right());
        assertEquals(
                List.of(term("mean-image"), term("mlp(factor=4)")),
                claim.right().orElseThrow().terms());
        assertEquals(
                new Side(false, term("a"), Optional.of(term("b"))),
                Claim.parse("(a - b) > 0.1").left());
    }

    @Test
    void comparesSpreads() {
        Claim claim = Claim.parse("std(rigid) > 2 * std(mlp(factor=4):mse)");
        assertEquals(new Side(true, term("rigid"), Optional.empty()), claim.left());
        assertEquals(2, claim.factor());
        assertEquals(
                Optional.of(new Side(true, term("mlp(factor=4)", "mse"), Optional.empty())),
                claim.right());
        assertEquals(
                new Side(true, term("a"), Optional.of(term("b"))),
                Claim.parse("std (a - b) < std(c)").left());
    }

    @Test
    void holdsForSomeRows() {
        Claim claim = Claim.parse("a < b where width <= 10 and dataset = mnist(train=8000)");
        assertEquals(
                List.of(
                        new Condition("width", Comparison.AT_MOST, "10"),
                        new Condition("dataset", Comparison.EQUAL, "mnist(train=8000)")),
                claim.where());
    }

    @ParameterizedTest
    @CsvSource({
        "width <= 10, 10, true",
        "width <= 10, 9.5, true",
        "width < 10, 10, false",
        "width != 10, 11, true",
        "width = 10, 10.0, true",
        "width > 9, 10, true",
        "width <= 10, '', false",
        "dataset = mnist, mnist, true",
        "dataset != mnist, digits, true",
        "dataset = mnist, digits, false",
        "dataset < mnist, digits, false",
        "dataset = mnist, mnist(train=9), true",
        "dataset != mnist, mnist(train=9), false",
        "dataset = fashion, fashion-mnist(train=9), false",
        "dataset = mnist(labels=1+2), mnist(labels=1+2), true",
        "dataset = mnist(labels=1+2), mnist(labels=1+7), false",
    })
    void meetsConditions(String condition, String entry, boolean expected) {
        Condition parsed = Claim.parse("a < b where " + condition).where().get(0);
        assertEquals(expected, parsed.holds(entry));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "linear | it compares nothing with <, <=, > or >=",
                "linear = rigid | it compares nothing with <, <=, > or >=",
                "a != b | it compares nothing with <, <=, > or >=",
                "< rigid | a side is empty",
                "linear < | a side is empty",
                "linear < 2 * | a side is empty",
                "linear and rigid < b | 'linear and rigid' is not row, row[column=value] or"
                        + " row:metric",
                "0.5 < linear | '0.5' is not row, row[column=value] or row:metric",
                "a < 1.2.3 * b | '1.2.3' is no number",
                "a < b where width | 'width' is no condition such as width <= 10",
                "a < b where width = | 'width =' is no condition such as width <= 10",
                "a < b where x = 1 where y = 2 | it has 'where' twice",
                "a - b - c < d | 'a - b - c' subtracts more than one row",
                "a - < b | a side is empty",
                "a - 0.1 < b | '0.1' is not row, row[column=value] or row:metric",
                "a < 2 * b - c | a factor of a difference needs brackets, * (b - c)",
                "a < b - 2 * c | '2 * c' is not row, row[column=value] or row:metric",
                "(a - b < c | it compares nothing with <, <=, > or >=",
                "a < (b - c | '(b - c' is not row, row[column=value] or row:metric",
                "a < b) | 'b)' is not row, row[column=value] or row:metric",
                "std() < std(a) | a side is empty",
                "std(a) < b | a standard deviation is compared with another one, std(row)",
                "a < 2 * std(b) | a standard deviation is compared with another one, std(row)",
                "std(a) < 0.1 | a standard deviation is compared with another one, std(row)",
                "std(a) < 0 * std(b) | a standard deviation is multiplied by a number above 0",
                "std(a) < -1 * std(b) | a standard deviation is multiplied by a number above 0",
                "std(a) - std(b) < c | 'std(a)' is only part of a side",
                "a < std(std(b)) | 'std(b)' is only part of a side",
            })
    void refusesWhatIsNoClaim(String text, String why) {
        Exception refused = assertThrows(InvalidInputException.class, () -> Claim.parse(text));
        assertEquals(
                "a claim is written such as 'linear < rigid' or 'relative:jaccard >= 10 *"
                        + " absolute:jaccard where width = 48', not '"
                        + text
                        + "': "
                        + why,
                refused.getMessage());
    }

    @Test
    void ordersNumbers() {
        assertTrue(Comparison.AT_MOST.holds(1, 1));
        assertFalse(Comparison.LESS.holds(1, 1));
        assertTrue(Comparison.LESS.strict());
        assertFalse(Comparison.AT_LEAST.strict());
        assertEquals("!=", Comparison.UNEQUAL.sign());
    }
}
