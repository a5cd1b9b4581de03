package relrep.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class SignificanceTest {
    @Test
    void takesThePairedTestForThreeToFive() {
        // with 2 degrees of freedom p = (1 - t / √(2 + t²)) / 2
        // mean -2, standard deviation 1: t = 2 √3 = 3.464
        assertEquals(
                new Significance("t, p = 0.037", true, false),
                Significance.of(List.of(-1.0, -2.0, -3.0)));
        assertEquals(
                new Significance("t, p = 0.037", false, true),
                Significance.of(List.of(1.0, 2.0, 3.0)));
        // mean -1, standard deviation 2: t = √3 / 2 = 0.866
        assertEquals(
                new Significance("t, p = 0.239", false, false),
                Significance.of(List.of(-1.0, -3.0, 1.0)));
    }

    @Test
    void takesSignedRanksFromSixOn() {
        // all of one sign: 1 / 2⁶
        assertEquals(
                new Significance("Wilcoxon, p = 0.016", true, false),
                Significance.of(List.of(-1.0, -2.0, -3.0, -4.0, -5.0, -60.0)));
        // the smallest is of the other sign: 2 / 2⁶
        assertEquals(
                new Significance("Wilcoxon, p = 0.031", true, false),
                Significance.of(List.of(1.0, -2.0, -3.0, -4.0, -5.0, -60.0)));
        // the two smallest are: rank sum 3, 5 / 2⁶
        assertEquals(
                new Significance("Wilcoxon, p = 0.078", false, false),
                Significance.of(List.of(1.0, 2.0, -3.0, -4.0, -5.0, -60.0)));
    }

    @Test
    void countsBelowThree() {
        assertEquals(
                new Significance("no test, n < 3", true, false),
                Significance.of(List.of(-1.0, -2.0)));
        assertEquals(
                new Significance("no test, n < 3", false, false),
                Significance.of(List.of(-1.0, 2.0)));
        assertEquals(
                new Significance("no test, n < 3", false, false), Significance.of(List.of(0.0)));
    }

    @Test
    void takesTheSignOfEqualDifferences() {
        assertEquals(
                new Significance("no test, all alike", true, false),
                Significance.of(List.of(-1.0, -1.0, -1.0, -1.0)));
    }
}
