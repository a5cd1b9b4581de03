package relrep.vectors.compare;

import relrep.api.run.Run;
import relrep.vectors.compare.Resampling.Method;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Values of a metric on many random draws of the samples. All views use the same draws, so that
 * differences between views have intervals of their own.
 *
 * <p>Values per sample are drawn with replacement, and their means are kept: the percentile
 * bootstrap of Efron, 1979. A metric without values per sample is measured on <i>m</i> of the
 * <i>n</i> samples without replacement (duplicates would change distances and neighbours). The
 * variance among these subsamples is {@code (n - m) / m} times the variance among samples of size
 * <i>n</i>. This gives the standard error: Politis and Romano, 1994, with the correction for a
 * finite population.
 */
final class Replicates {
    private static final int FEWEST = 10;

    private final Resampling how;
    private final double scale;
    private final double[][] values;

    private Replicates(Resampling how, double scale, double[][] values) {
        this.how = how;
        this.scale = scale;
        this.values = values;
    }

    /**
     * Draws from the values per sample.
     *
     * @param perSample the values of each view; null for a view without values
     * @param n the number of samples
     */
    static Replicates bootstrap(float[][] perSample, int n, int times, Run run) {
        double[][] means = new double[perSample.length][];
        for (int view = 0; view < means.length; view++) {
            means[view] = perSample[view] == null ? null : new double[times];
        }
        RandomGenerator random = run.seed().branch("bootstrap").random();
        int[] drawn = new int[n];
        for (int r = 0; r < times; r++) {
            run.step(r, times);
            for (int i = 0; i < n; i++) {
                drawn[i] = random.nextInt(n);
            }
            for (int view = 0; view < means.length; view++) {
                if (means[view] != null) {
                    means[view][r] = mean(perSample[view], drawn);
                }
            }
        }
        return new Replicates(new Resampling(Method.BOOTSTRAP, times, n), 1, means);
    }

    private static double mean(float[] values, int[] drawn) {
        double sum = 0;
        for (int i : drawn) {
            sum += values[i];
        }
        return sum / drawn.length;
    }

    /**
     * Makes replicates from values on subsamples.
     *
     * @param measured for each view, the value on each subsample (NaN if it has none); null for a
     *     view that was not measured
     * @param n the number of samples
     * @param m the number of samples in a subsample, less than <i>n</i>
     */
    static Replicates subsampling(double[][] measured, int n, int m) {
        int times =
                Arrays.stream(measured)
                        .filter(view -> view != null)
                        .mapToInt(view -> view.length)
                        .max()
                        .orElse(0);
        return new Replicates(
                new Resampling(Method.SUBSAMPLING, times, m),
                Math.sqrt((double) m / (n - m)),
                measured);
    }

    Resampling how() {
        return how;
    }

    /** Returns the interval of a view's value. */
    Optional<Interval> around(int view, double value) {
        return interval(value, values[view]);
    }

    /** Returns the interval of the difference of two views on the same draws. */
    Optional<Interval> difference(int view, int base, double value) {
        if (values[view] == null || values[base] == null) {
            return Optional.empty();
        }
        double[] differences =
                IntStream.range(0, values[view].length)
                        .mapToDouble(r -> values[view][r] - values[base][r])
                        .toArray();
        return interval(value, differences);
    }

    private Optional<Interval> interval(double value, double[] drawn) {
        if (drawn == null) {
            return Optional.empty();
        }
        double[] there = Arrays.stream(drawn).filter(Double::isFinite).toArray();
        if (there.length < Math.min(FEWEST, drawn.length)) {
            return Optional.empty();
        }
        if (how.method() == Method.BOOTSTRAP) {
            return Optional.of(Interval.percentiles(there));
        }
        double mean = Arrays.stream(there).average().orElseThrow();
        double squares = Arrays.stream(there).map(one -> (one - mean) * (one - mean)).sum();
        return Optional.of(
                Interval.normal(value, scale * Math.sqrt(squares / Math.max(1, there.length - 1))));
    }
}
