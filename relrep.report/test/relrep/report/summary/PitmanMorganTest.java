package relrep.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class PitmanMorganTest {
    private static final List<Double> WIDE = List.of(.90, .70, .85, .60, .95, .75);
    private static final List<Double> NARROW = List.of(.50, .52, .51, .49, .53, .50);

    private static List<Double> times(double factor, List<Double> values) {
        return values.stream().map(v -> factor * v).toList();
    }

    /** Probabilities by scipy.stats.pearsonr of sums and differences, with one alternative. */
    @Test
    void correlatesSumsAndDifferences() {
        assertEquals(
                new Significance("Pitman–Morgan, p < 0.001", false, true),
                PitmanMorgan.of(WIDE, NARROW));
        assertEquals(
                new Significance("Pitman–Morgan, p = 0.003", false, true),
                PitmanMorgan.of(WIDE, times(2, NARROW)));
        assertEquals(
                new Significance("Pitman–Morgan, p = 0.398", false, false),
                PitmanMorgan.of(WIDE, times(8, NARROW)));
        assertEquals(
                new Significance("Pitman–Morgan, p = 0.049", true, false),
                PitmanMorgan.of(WIDE, times(20, NARROW)));
    }

    @Test
    void threePairsHaveOneDegreeOfFreedom() {
        // sums 2, 5, 6 and differences 0, -1, 2: r = 0.4193, p = 1/2 - arctan(t) / π, t = 0.4619
        assertEquals(
                new Significance("Pitman–Morgan, p = 0.362", false, false),
                PitmanMorgan.of(List.of(1.0, 2.0, 4.0), List.of(1.0, 3.0, 2.0)));
    }

    @Test
    void aConstantSpreadsLessThanAnything() {
        assertEquals(
                new Significance("Pitman–Morgan, p < 0.001", true, false),
                PitmanMorgan.of(List.of(0.8, 0.8, 0.8), List.of(0.1, 0.2, 0.4)));
    }

    @Test
    void equalSpreadsAreNotTested() {
        Significance equal = new Significance("no test, equal spreads", false, false);
        assertEquals(equal, PitmanMorgan.of(List.of(.1, .2, .4), List.of(.3, .4, .6)));
        assertEquals(equal, PitmanMorgan.of(List.of(.1, .2, .4), List.of(.9, .8, .6)));
        assertEquals(equal, PitmanMorgan.of(List.of(.1, .1, .1), List.of(.3, .3, .3)));
    }

    @Test
    void twoPairsAreNotTested() {
        assertEquals(
                new Significance("no test, n < 3", false, false),
                PitmanMorgan.of(List.of(1.0, 2.0), List.of(1.0, 9.0)));
    }
}
