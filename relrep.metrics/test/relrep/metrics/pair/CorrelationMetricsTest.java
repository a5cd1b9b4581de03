package relrep.metrics.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

/** Compares canonical correlations and Procrustes distances with published values. */
class CorrelationMetricsTest {
    private static final double ROUNDED = 1e-6;
    private static final Run RUN = Run.quiet(Seed.of(1));

    @Test
    void correlationsOfSixPoints() {
        assertEquals(.961476864, measure(new Cca(), Six.X, Six.Y), ROUNDED);
        assertEquals(
                .925799118,
                measure(new Cca().with(new Cca.Options(Cca.Summary.MEAN_SQUARE)), Six.X, Six.Y),
                ROUNDED);
    }

    /** All on a line: one direction, one correlation. */
    @Test
    void correlationOfEightPoints() {
        Score score = new Svcca().measure(Eight.X, Eight.Y, RUN);
        assertEquals(.8125272602, score.value(), 5e-11);
        assertEquals(1, score.details().get("directions, source"));
        assertEquals(.8125272602, measure(new Cca(), Eight.X, Eight.Y), 5e-11);
        assertEquals(.8125272602, measure(new Pwcca(), Eight.X, Eight.Y), 5e-11);
    }

    /** Of .998373451 and .924580278 the first is .5192 of the sum. */
    @Test
    void leadingCorrelationsReachTheShare() {
        assertEquals(.998373451, svcca(.5, 1, 0), ROUNDED);
        assertEquals(.961476864, svcca(.52, 1, 0), ROUNDED);
        assertEquals(.961476864, svcca(1, 1, 0), ROUNDED);
        assertEquals(.961476864, svcca(1, 1, 2), ROUNDED);
    }

    private static double svcca(double sum, double variance, int directions) {
        return measure(
                new Svcca().with(new Svcca.Options(sum, variance, directions, false)),
                Six.X,
                Six.Y);
    }

    /**
     * By hand: the columns of x are orthogonal, with variances 8 and 2; y shares the first, and of
     * the second nothing. Cut to one direction, the correlation is 1.
     */
    @Test
    void directionsWithLittleVarianceAreLeftOut() {
        Space x = Space.of("x", Matrix.of(4, 2, 2, 1, 2, -1, -2, 1, -2, -1));
        Space y = Space.of("y", Matrix.of(4, 1, 3, 3, -3, -3));
        PairMetric cut = new Svcca().with(new Svcca.Options(1, .8, 0, false));
        Score score = cut.measure(x, y, RUN);
        assertEquals(1, score.value(), 1e-12);
        assertEquals(1, score.details().get("directions, source"));
    }

    /**
     * By hand: x has orthogonal columns of length 4 and 2, y's columns are the first of x and one
     * that has cosine 1/2 with x's second. Weights 4 and 2: (4 · 1 + 2 · ½) / 6; by the target,
     * whose columns have length 1: (1 + ½) / 2.
     */
    @Test
    void weightsByHand() {
        double third = Math.sqrt(3) / 2;
        float[] x = new float[8 * 2];
        float[] y = new float[8 * 2];
        int[][] signs = {
            {1, 1, 1, 1, -1, -1, -1, -1}, {1, 1, -1, -1, 1, 1, -1, -1}, {1, -1, 1, -1, 1, -1, 1, -1}
        };
        for (int i = 0; i < 8; i++) {
            double unit = 1 / Math.sqrt(8);
            x[2 * i] = (float) (4 * unit * signs[0][i]);
            x[2 * i + 1] = (float) (2 * unit * signs[1][i]);
            y[2 * i] = (float) (unit * signs[0][i]);
            y[2 * i + 1] = (float) (unit * (.5 * signs[1][i] + third * signs[2][i]));
        }
        Space a = Space.of("a", Matrix.of(8, 2, x));
        Space b = Space.of("b", Matrix.of(8, 2, y));
        assertEquals(5 / 6., measure(new Pwcca(), a, b), ROUNDED);
        PairMetric other = new Pwcca().with(new Pwcca.Options(Pwcca.Weights.TARGET));
        assertEquals(.75, measure(other, a, b), ROUNDED);
        assertEquals(.75, measure(new Cca(), a, b), ROUNDED);
    }

    @Test
    void fewSamplesCorrelatePerfectlyWithAnything() {
        Space x = Cloud.of("x", 6, 5, 1);
        Space y = Cloud.of("y", 6, 2, 2);
        String sentence =
                "all canonical correlations would be 1: the samples of 'x' take up 5 directions,"
                        + " which needs at least 7 samples, there are 6";
        assertRefused(sentence, new Cca(), x, y);
        assertRefused(sentence, new Cca(), y, x);
        assertRefused(sentence, new Svcca(), x, y);
        assertRefused(sentence, new Pwcca(), x, y);
        assertRefused(
                "the rows of both spaces must differ, but those of 'p' are all equal",
                new Cca(),
                Space.of("p", Matrix.of(6, 1, 2, 2, 2, 2, 2, 2)),
                y);
    }

    @Test
    void distancesOfSixPoints() {
        assertEquals(.447083203, procrustes(ProcrustesDistance.Form.SQUARED), ROUNDED);
        assertEquals(.276363663, procrustes(ProcrustesDistance.Form.ANGULAR), ROUNDED);
        assertEquals(.037945996, procrustes(ProcrustesDistance.Form.RATIO), ROUNDED);
    }

    private static double procrustes(ProcrustesDistance.Form form) {
        return measure(form, Six.X, Six.Y);
    }

    private static double measure(ProcrustesDistance.Form form, Space x, Space y) {
        return measure(new ProcrustesDistance().with(new ProcrustesDistance.Options(form)), x, y);
    }

    /** The disparity that SciPy has for them. */
    @Test
    void disparityOfFivePoints() {
        Space a = Space.of("a", Matrix.of(5, 2, 2, 0, 0, 1, -1, 1, 1, 3, -2, -1));
        Space b =
                Space.of(
                        "b",
                        Matrix.of(5, 2, .1f, 2, -1.1f, .1f, -.9f, -1.1f, -2.9f, 1.2f, 1, -1.9f));
        assertEquals(.0038640488, measure(ProcrustesDistance.Form.DISPARITY, a, b), 5e-8);
        assertEquals(.0727223772, measure(ProcrustesDistance.Form.SQUARED, a, b), ROUNDED);
    }

    /** On the numbers that are exact: the residual of the best orthogonal map. */
    @Test
    void distanceOfEightPoints() {
        assertEquals(
                3187.6535139, measure(ProcrustesDistance.Form.SQUARED, Eight.X, Eight.Y), 5e-8);
    }

    /** A point is as far as the other space is wide: {@code ‖Y‖²} of the centred one. */
    @Test
    void aPointHasADistanceButNoAngle() {
        Space point = Space.of("p", Matrix.of(3, 2, 1, 1, 1, 1, 1, 1));
        Space line = Space.of("l", Matrix.of(3, 1, -1, 0, 1));
        assertEquals(2, measure(ProcrustesDistance.Form.SQUARED, point, line), 1e-12);
        assertRefused(
                "the rows of both spaces must differ, but those of 'p' are all equal",
                new ProcrustesDistance(),
                point,
                line);
    }

    private static void assertRefused(String sentence, PairMetric metric, Space x, Space y) {
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> metric.measure(x, y, RUN))
                        .getMessage());
    }

    private static double measure(PairMetric metric, Space x, Space y) {
        return metric.measure(x, y, RUN).value();
    }
}
