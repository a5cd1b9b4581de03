package relrep.api.tck;

import java.util.Arrays;

/** Compares a claimed chance level with measured values on random input. */
final class Chance {
    private static final double ERRORS = 4;

    private Chance() {}

    /**
     * Checks that the mean of the values is near the level: within a share of it and four standard
     * errors.
     */
    static void require(Trial t, double level, double[] values, double part) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        t.require(
                Math.abs(mean - level) <= part * Math.abs(level) + ERRORS * error,
                "random input must give the chance level %.5g, but %d trials give %.5g ± %.2g",
                level,
                values.length,
                mean,
                error);
    }
}
