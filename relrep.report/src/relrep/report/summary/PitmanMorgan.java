package relrep.report.summary;

import org.apache.commons.statistics.distribution.TDistribution;

import java.util.Arrays;
import java.util.List;

/**
 * The Pitman-Morgan test of whether one of two paired samples has the smaller variance. The sums
 * and differences of pairs are correlated exactly when the variances differ; the correlation is
 * tested by Student's <i>t</i> with {@code n - 2} degrees of freedom. It is one-sided and for
 * normal values.
 *
 * <p>Source: Pitman, A note on normal correlation; Morgan, A test for the significance of the
 * difference between the two variances in a sample from a normal bivariate population; both in
 * Biometrika 31, 1939.
 */
final class PitmanMorgan {
    private static final double LEVEL = 0.05;
    private static final int FEWEST = 3;

    /** A spread below this share of the largest value, or of the other spread, is rounding. */
    private static final double NOTHING = 1e-9;

    private PitmanMorgan() {}

    /**
     * Returns whether the left values have significantly less, or more, spread than the right ones.
     */
    static Significance of(List<Double> left, List<Double> right) {
        int n = left.size();
        if (n < FEWEST) {
            return new Significance("no test, n < 3", false, false);
        }
        double[] sums = new double[n];
        double[] differences = new double[n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            sums[i] = left.get(i) + right.get(i);
            differences[i] = left.get(i) - right.get(i);
            largest = Math.max(largest, Math.abs(left.get(i)) + Math.abs(right.get(i)));
        }
        double ofSums = std(sums);
        double ofDifferences = std(differences);
        double wider = Math.max(ofSums, ofDifferences);
        if (wider <= NOTHING * largest || Math.min(ofSums, ofDifferences) <= NOTHING * wider) {
            return new Significance("no test, equal spreads", false, false);
        }
        double r = Math.max(-1, Math.min(1, Fit.of(sums, differences).r()));
        double t = r * Math.sqrt((n - 2) / (1 - r * r));
        TDistribution student = TDistribution.of(n - 2);
        double less = student.cumulativeProbability(t);
        double more = student.survivalProbability(t);
        return new Significance(
                "Pitman–Morgan, " + Digits.probability(Math.min(less, more)),
                less < LEVEL,
                more < LEVEL);
    }

    private static double std(double[] values) {
        return Moments.of(Arrays.stream(values).boxed().toList()).std();
    }
}
