package relrep.report.summary;

import java.util.List;

/**
 * The number, the mean and the standard deviation (with {@code n - 1}) of some values.
 *
 * @param n the number of values
 * @param mean NaN for none
 * @param std NaN for fewer than two
 */
public record Moments(int n, double mean, double std) {
    /** Returns the moments of some values. */
    public static Moments of(List<Double> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(v -> v).sum() / n;
        double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new Moments(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
    }

    /** Returns {@code 0.7041 ± 0.0786}, or the mean alone. */
    String text() {
        return Digits.withSpread(mean, std);
    }
}
