package relrep.metrics.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.Arrays;

/**
 * Compares alignments of kernels and of distances with published values and with the definitions.
 */
class KernelMetricsTest {
    private static final double DIGITS = 5e-11;

    /** Inputs are rounded to float32. */
    private static final double ROUNDED = 1e-6;

    private static final Run RUN = Run.quiet(Seed.of(1));

    /** The debiased one in rational numbers: 377.6 over the root of 131891.2 · 28327.92142857. */
    @Test
    void eightPointsToTheLastDigit() {
        assertEquals(.00617755643, measure(new DebiasedCka(), Eight.X, Eight.Y), DIGITS);
        assertEquals(
                .3944531411,
                measure(rbf(Bandwidth.LOWER_MEDIAN, 1, Estimator.BIASED), Eight.X, Eight.Y),
                DIGITS);
        assertEquals(
                .3933727216,
                measure(rbf(Bandwidth.MEDIAN, 1, Estimator.BIASED), Eight.X, Eight.Y),
                DIGITS);
    }

    @Test
    void mediansOfEightPoints() {
        assertEquals(650, variance(Bandwidth.LOWER_MEDIAN, 1), 1e-9);
        assertEquals(668.5, variance(Bandwidth.MEDIAN, 1), 1e-9);
        assertEquals(668.5 / 4, variance(Bandwidth.MEDIAN, .5), 1e-9);
    }

    private static double variance(Bandwidth bandwidth, double factor) {
        double sigma =
                rbf(bandwidth, factor, Estimator.BIASED)
                        .measure(Eight.X, Eight.Y, RUN)
                        .details()
                        .get("sigma, target");
        return sigma * sigma;
    }

    @Test
    void sixPoints() {
        assertEquals(.8760119872, measure(new DebiasedCka(), Six.X, Six.Y), ROUNDED);
        assertEquals(.960434172, measure(new DistanceCorrelation(), Six.X, Six.Y), ROUNDED);
    }

    /** Three points on a line, at 0, 1 and 3: the squares are 1, 4 and 9. */
    @Test
    void mediansByHand() {
        Space line = Space.of("line", Matrix.of(3, 1, 0, 1, 3));
        assertEquals(2, sigma(Bandwidth.LOWER_MEDIAN, line), 1e-12);
        assertEquals(2, sigma(Bandwidth.MEDIAN, line), 1e-12);
        // 0 0 0 1 1 4 4 9 9: the middle one is 1.
        assertEquals(1, sigma(Bandwidth.TABLE_MEDIAN, line), 1e-12);
        assertEquals(1, sigma(Bandwidth.FIXED, line), 1e-12);
        // Twice the same point: 0 1 1 9 4 4 → without the zero 1 1 4 4 9.
        Space twice = Space.of("twice", Matrix.of(4, 1, 0, 1, 1, 3));
        assertEquals(2, sigma(Bandwidth.LOWER_MEDIAN, twice), 1e-12);
    }

    private static double sigma(Bandwidth bandwidth, Space space) {
        return rbf(bandwidth, 1, Estimator.BIASED)
                .measure(space, space, RUN)
                .details()
                .get("sigma, source");
    }

    @ParameterizedTest
    @EnumSource(Estimator.class)
    void kernelsAgainstTheDefinition(Estimator estimator) {
        Space x = Cloud.of("x", 300, 4, 1);
        Space y = Cloud.of("y", 300, 7, 2);
        double[][] k = gaussians(x, 3);
        double[][] l = gaussians(y, 3);
        double expected =
                estimator == Estimator.BIASED
                        ? biased(k, l) / Math.sqrt(biased(k, k) * biased(l, l))
                        : unbiased(k, l) / Math.sqrt(unbiased(k, k) * unbiased(l, l));
        assertEquals(expected, measure(rbf(Bandwidth.FIXED, 3, estimator), x, y), 1e-10);
    }

    @Test
    void mediansAgainstSorting() {
        Space x = Cloud.of("x", 301, 4, 1);
        double[][] table = Cloud.distances(x);
        double[] all =
                Arrays.stream(table).flatMapToDouble(Arrays::stream).map(v -> v * v).toArray();
        double[] pairs = Arrays.stream(all).filter(v -> v > 0).sorted().toArray();
        Arrays.sort(all);
        assertEquals(
                Math.sqrt(pairs[(pairs.length - 1) / 2]), sigma(Bandwidth.LOWER_MEDIAN, x), 1e-6);
        assertEquals(Math.sqrt(all[all.length / 2]), sigma(Bandwidth.TABLE_MEDIAN, x), 1e-6);
    }

    @Test
    void distancesAgainstTheDefinition() {
        Space x = Cloud.of("x", 300, 4, 1);
        Space y = Cloud.of("y", 300, 7, 2);
        double[][] a = Cloud.distances(x);
        double[][] b = Cloud.distances(y);
        double expected = Math.sqrt(biased(a, b) / Math.sqrt(biased(a, a) * biased(b, b)));
        assertEquals(expected, measure(new DistanceCorrelation(), x, y), 1e-10);
    }

    @Test
    void debiasedAgainstTheDefinition() {
        Space x = Cloud.of("x", 90, 4, 1);
        Space y = Cloud.of("y", 90, 7, 2);
        double[][] k = products(x);
        double[][] l = products(y);
        double expected = unbiased(k, l) / Math.sqrt(unbiased(k, k) * unbiased(l, l));
        assertEquals(expected, measure(new DebiasedCka(), x, y), 1e-10);
    }

    /** Blocks of 40, 40, and 10 that are left over. */
    @Test
    void batchesAreAveraged() {
        Space x = Cloud.of("x", 90, 4, 1);
        Space y = Cloud.of("y", 90, 7, 2);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int from = 0; from < 80; from += 40) {
            double[][] k = products(part(x, from, from + 40));
            double[][] l = products(part(y, from, from + 40));
            xy += unbiased(k, l);
            xx += unbiased(k, k);
            yy += unbiased(l, l);
        }
        PairMetric batches = new DebiasedCka().with(new DebiasedCka.Options(40));
        assertEquals(xy / Math.sqrt(xx * yy), measure(batches, x, y), 1e-10);
    }

    private static Space part(Space space, int from, int to) {
        return Space.of(space.name(), space.latents().rows(from, to));
    }

    @Test
    void whatHasNoAlignmentIsRefused() {
        Space point = Space.of("p", Matrix.of(6, 1, .1f, .1f, .1f, .1f, .1f, .1f));
        String equal = "the rows of both spaces must differ, but those of 'p' are all equal";
        assertRefused(equal, new DebiasedCka(), Six.X, point);
        assertRefused(equal, new RbfCka(), point, Six.X);
        assertRefused(equal, new DistanceCorrelation(), Six.X, point);
        assertRefused(
                "sigma must be wide enough for samples to be alike, but with 0.00100 every kernel"
                        + " of two samples of 'x' is 0",
                rbf(Bandwidth.FIXED, .001, Estimator.BIASED),
                Six.X,
                Six.Y);
        Space mostly = Space.of("m", Matrix.of(6, 1, 1, 1, 1, 1, 1, 2));
        assertRefused(
                "the median distance must be above 0, but most rows of 'm' are equal",
                rbf(Bandwidth.TABLE_MEDIAN, 1, Estimator.BIASED),
                mostly,
                Six.X);
        Space apart =
                Space.of("apart", Matrix.of(4, 4, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1));
        assertRefused(
                "the samples must show the spread of both spaces, but the unbiased estimate of"
                    + " 'apart' with itself is not above 0: more samples, or linear-cka instead",
                new DebiasedCka(),
                apart,
                apart);
        assertThrows(InvalidInputException.class, () -> new DebiasedCka.Options(3));
    }

    private static void assertRefused(String sentence, PairMetric metric, Space x, Space y) {
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> metric.measure(x, y, RUN))
                        .getMessage());
    }

    private static PairMetric rbf(Bandwidth bandwidth, double factor, Estimator estimator) {
        return new RbfCka().with(new RbfCka.Options(bandwidth, factor, estimator));
    }

    private static double measure(PairMetric metric, Space x, Space y) {
        Score score = metric.measure(x, y, RUN);
        return score.value();
    }

    private static double[][] gaussians(Space space, double sigma) {
        double[][] table = Cloud.distances(space);
        for (double[] row : table) {
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.exp(-row[j] * row[j] / (2 * sigma * sigma));
            }
        }
        return table;
    }

    private static double[][] products(Space space) {
        double[][] points = Cloud.values(space);
        double[][] table = new double[points.length][points.length];
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                for (int t = 0; t < points[i].length; t++) {
                    table[i][j] += points[i][t] * points[j][t];
                }
            }
        }
        return table;
    }

    /** {@code ⟨HKH, HLH⟩}. */
    private static double biased(double[][] k, double[][] l) {
        double[][] a = centred(k);
        double[][] b = centred(l);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += a[i][j] * b[i][j];
            }
        }
        return sum;
    }

    private static double[][] centred(double[][] k) {
        int n = k.length;
        double all = Arrays.stream(k).flatMapToDouble(Arrays::stream).sum() / n / n;
        double[] rows = Arrays.stream(k).mapToDouble(r -> Arrays.stream(r).sum() / n).toArray();
        double[][] centred = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                centred[i][j] = k[i][j] - rows[i] - rows[j] + all;
            }
        }
        return centred;
    }

    /** Equation 5 of Song et al. */
    private static double unbiased(double[][] k, double[][] l) {
        double n = k.length;
        double trace = 0;
        double sumK = 0;
        double sumL = 0;
        double rows = 0;
        for (int i = 0; i < n; i++) {
            double rowK = 0;
            double rowL = 0;
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    trace += k[i][j] * l[i][j];
                    rowK += k[i][j];
                    rowL += l[i][j];
                }
            }
            sumK += rowK;
            sumL += rowL;
            rows += rowK * rowL;
        }
        return (trace + sumK * sumL / (n - 1) / (n - 2) - 2 * rows / (n - 2)) / n / (n - 3);
    }
}
