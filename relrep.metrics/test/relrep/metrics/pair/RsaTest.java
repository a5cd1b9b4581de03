package relrep.metrics.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import relrep.kernels.tile.Closeness;

import java.util.Map;

class RsaTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    @Test
    void sixPoints() {
        assertEquals(.815274305, sixPoints(Correlation.PEARSON), 1e-6);
        assertEquals(.913315826, sixPoints(Correlation.SPEARMAN), 1e-6);
    }

    private static double sixPoints(Correlation correlation) {
        return rsa(correlation, Closeness.EUCLIDEAN, 0).measure(Six.X, Six.Y, RUN).value();
    }

    /** A grid has many equal distances, which share their ranks. */
    @ParameterizedTest
    @EnumSource(Correlation.class)
    void tiesAgainstTheDefinition(Correlation correlation) {
        float[] grid = new float[2 * 49];
        for (int i = 0; i < 49; i++) {
            grid[2 * i] = Math.floorDiv(i, 7);
            grid[2 * i + 1] = i % 7;
        }
        Space x = Space.of("grid", Matrix.of(49, 2, grid));
        Space y = Cloud.of("y", 49, 4, 2);
        double[] a = upper(Cloud.distances(x));
        double[] b = upper(Cloud.distances(y));
        double expected =
                switch (correlation) {
                    case PEARSON -> pearson(a, b);
                    case SPEARMAN -> pearson(ranks(a), ranks(b));
                    case KENDALL -> kendall(a, b);
                };
        Score score = rsa(correlation, Closeness.EUCLIDEAN, 0).measure(x, y, RUN);
        assertEquals(expected, score.value(), 1e-9);
        assertEquals(Map.of("samples", 49.), score.details());
    }

    /** 1 − cos of (1,0), (0,1), (1,1), (0,0): 1, 1−√½, 1−√½ and 1 with the zero vector. */
    @Test
    void cosinesByHand() {
        Space x = Space.of("x", Matrix.of(4, 2, 2, 0, 0, 1, 1, 1, 0, 0));
        Space y = Space.of("y", Matrix.of(4, 1, 0, 1, 5, 2));
        double near = 1 - Math.sqrt(.5);
        double expected =
                pearson(new double[] {1, near, 1, near, 1, 1}, new double[] {1, 1, 1, 0, 0, 0});
        double found = rsa(Correlation.PEARSON, Closeness.COSINE, 0).measure(x, y, RUN).value();
        assertEquals(expected, found, 1e-12);
    }

    @Test
    void ranksOfTooManyArePartlyTaken() {
        Space x = Cloud.of("x", 4001, 2, 1);
        Space y = Cloud.of("y", 4001, 3, 2);
        assertRefused(
                "ranks of all pairs are taken of at most 4000 samples, not 4001: sample=4000 draws"
                        + " as many, correlation=pearson takes all",
                rsa(Correlation.SPEARMAN, Closeness.EUCLIDEAN, 0),
                x,
                y);
        PairMetric part = rsa(Correlation.SPEARMAN, Closeness.EUCLIDEAN, 100);
        Score score = part.measure(x, y, RUN);
        assertEquals(Map.of("samples", 100.), score.details());
        assertEquals(score.value(), part.measure(x, y, RUN).value());
        assertNotEquals(score.value(), part.measure(x, y, Run.quiet(Seed.of(2))).value());
    }

    @Test
    void equalDissimilaritiesCorrelateWithNothing() {
        Space corners = Space.of("c", Matrix.of(3, 3, 1, 0, 0, 0, 1, 0, 0, 0, 1));
        Space y = Cloud.of("y", 3, 3, 2);
        for (Correlation correlation : Correlation.values()) {
            assertRefused(
                    "the dissimilarities of both spaces must differ, but those of 'c' or 'y' are"
                            + " all equal",
                    rsa(correlation, Closeness.EUCLIDEAN, 0),
                    corners,
                    y);
        }
        assertThrows(
                InvalidInputException.class,
                () -> new Rsa.Options(Correlation.PEARSON, Closeness.COSINE, 2));
    }

    private static void assertRefused(String sentence, PairMetric metric, Space x, Space y) {
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> metric.measure(x, y, RUN))
                        .getMessage());
    }

    private static PairMetric rsa(Correlation correlation, Closeness measure, int sample) {
        return new Rsa().with(new Rsa.Options(correlation, measure, sample));
    }

    private static double[] upper(double[][] table) {
        int n = table.length;
        double[] values = new double[n * (n - 1) / 2];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                values[at++] = table[i][j];
            }
        }
        return values;
    }

    private static double pearson(double[] a, double[] b) {
        double meanA = java.util.Arrays.stream(a).average().orElseThrow();
        double meanB = java.util.Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < ranks.length; i++) {
            for (double other : values) {
                ranks[i] += other < values[i] ? 1 : other == values[i] ? .5 : 0;
            }
        }
        return ranks;
    }

    private static double kendall(double[] a, double[] b) {
        double sum = 0;
        double untiedA = 0;
        double untiedB = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                double signA = Math.signum(a[i] - a[j]);
                double signB = Math.signum(b[i] - b[j]);
                sum += signA * signB;
                untiedA += signA * signA;
                untiedB += signB * signB;
            }
        }
        return sum / Math.sqrt(untiedA * untiedB);
    }
}
