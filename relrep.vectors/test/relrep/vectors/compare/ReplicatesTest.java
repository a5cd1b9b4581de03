package relrep.vectors.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.vectors.compare.Resampling.Method;

import java.util.Arrays;
import java.util.Optional;

class ReplicatesTest {
    private static final int N = 400;

    /** Half ones, half zeros: a mean of 0.5 with a standard error of 0.5 / √n. */
    private static final float[] COINS = coins();

    private static float[] coins() {
        float[] values = new float[N];
        Arrays.fill(values, 0, N / 2, 1);
        return values;
    }

    private static Run run() {
        return Run.quiet(Seed.of(3));
    }

    private static Replicates bootstrap(float[]... perSample) {
        return Replicates.bootstrap(perSample, N, 2000, run());
    }

    @Test
    void theBootstrapOfAMeanHasItsStandardError() {
        Interval interval = bootstrap(COINS).around(0, 0.5).orElseThrow();
        double half = 1.96 * 0.5 / Math.sqrt(N);
        assertEquals(0.5 - half, interval.lower(), 0.1 * half);
        assertEquals(0.5 + half, interval.upper(), 0.1 * half);
    }

    @Test
    void rowsAreDrawnTogetherSoThatAConstantGainIsSure() {
        float[] better = new float[N];
        for (int i = 0; i < N; i++) {
            better[i] = COINS[i] + 0.25f;
        }
        Replicates both = bootstrap(COINS, better);
        Interval gain = both.difference(1, 0, 0.25).orElseThrow();
        assertEquals(0.25, gain.lower(), 1e-12);
        assertEquals(0.25, gain.upper(), 1e-12);
        assertTrue(both.around(1, 0.75).orElseThrow().upper() > 0.78);
    }

    @Test
    void aViewThatWasNotMeasuredHasNoInterval() {
        Replicates one = bootstrap(COINS, null);
        assertEquals(Optional.empty(), one.around(1, 0));
        assertEquals(Optional.empty(), one.difference(0, 1, 0));
        assertEquals(new Resampling(Method.BOOTSTRAP, 2000, N), one.how());
    }

    /** Means of subsamples of a quarter vary more than those of the whole, by a known factor. */
    @Test
    void subsamplesGiveTheStandardErrorOfTheWhole() {
        int m = N / 4;
        double[] means = new double[500];
        for (int r = 0; r < means.length; r++) {
            int[] rows = Representation.first(Seed.of(5).branch("s" + r).permutation(N), m);
            means[r] = Arrays.stream(rows).mapToDouble(i -> COINS[i]).average().orElseThrow();
        }
        Interval interval =
                Replicates.subsampling(new double[][] {means}, N, m).around(0, 0.5).orElseThrow();
        double half = 1.96 * 0.5 / Math.sqrt(N);
        assertEquals(half, interval.upper() - 0.5, 0.1 * half);
        assertEquals(0.5, (interval.lower() + interval.upper()) / 2, 1e-12);
    }

    @Test
    void tooFewSubsamplesThatCouldBeMeasuredGiveNone() {
        double[] mostlyRefused = new double[40];
        Arrays.fill(mostlyRefused, Double.NaN);
        mostlyRefused[0] = 1;
        assertEquals(
                Optional.empty(),
                Replicates.subsampling(new double[][] {mostlyRefused}, N, 10).around(0, 1));
    }

    @Test
    void boundsStayWithinTheRange() {
        assertEquals(new Interval(0.9, 1), new Interval(0.9, 1.1).within(0, 1));
        assertEquals("[0.9000, 1]", new Interval(0.9, 1).toString());
    }
}
