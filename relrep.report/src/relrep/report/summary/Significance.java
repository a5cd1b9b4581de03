package relrep.report.summary;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.TTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

import java.util.List;

/**
 * A one-sided test that the differences of pairs are negative: Wilcoxon's signed rank test for six
 * or more pairs, the paired t-test for three to five, and a count for fewer.
 *
 * @param test the name of the test and its probability, for the table
 * @param less whether the differences are significantly negative
 * @param more whether they are significantly positive
 */
record Significance(String test, boolean less, boolean more) {
    private static final double LEVEL = 0.05;
    private static final int FEWEST = 3;
    private static final int FEWEST_RANKS = 6;

    static Significance of(List<Double> differences) {
        double[] d = differences.stream().mapToDouble(v -> v).toArray();
        boolean alike = differences.stream().distinct().count() == 1;
        if (d.length < FEWEST || alike) {
            long less = differences.stream().filter(v -> v < 0).count();
            long more = differences.stream().filter(v -> v > 0).count();
            String why = d.length < FEWEST ? "no test, n < 3" : "no test, all alike";
            return new Significance(why, less == d.length, more == d.length);
        }
        double less = probability(d, AlternativeHypothesis.LESS_THAN);
        double more = probability(d, AlternativeHypothesis.GREATER_THAN);
        String name = d.length < FEWEST_RANKS ? "t, " : "Wilcoxon, ";
        return new Significance(
                name + Digits.probability(Math.min(less, more)), less < LEVEL, more < LEVEL);
    }

    private static double probability(double[] differences, AlternativeHypothesis alternative) {
        return differences.length < FEWEST_RANKS
                ? TTest.withDefaults().with(alternative).test(differences).getPValue()
                : WilcoxonSignedRankTest.withDefaults()
                        .with(alternative)
                        .test(differences)
                        .getPValue();
    }
}
