package relrep.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.golden.Golden;
import relrep.api.tck.golden.GoldenInput;
import relrep.kernels.tile.Closeness;
import relrep.metrics.pair.Cka;
import relrep.metrics.pair.CosineIndex;
import relrep.metrics.pair.Jaccard;
import relrep.metrics.pair.Mrr;
import relrep.metrics.pair.NeighbourConvention;
import relrep.metrics.pair.NeighbourTies;
import relrep.metrics.space.ClassSilhouette;
import relrep.metrics.space.DeathTimes;

/**
 * Compares with NumPy and SciPy in float64 for four thousand random points, within the tolerance of
 * each value.
 */
class GoldenTest {
    private static final int ROWS = 4001;
    private static final Run RUN = Run.quiet(Seed.of(1));

    @ParameterizedTest
    @CsvSource({"WITHIN_SELF, within-self", "TARGET_QUERY, target-query"})
    void neighbours(NeighbourConvention convention, String name) {
        PairMetric metric =
                new Jaccard()
                        .with(
                                new Jaccard.Options(
                                        10, convention, Closeness.COSINE, NeighbourTies.MEAN));
        assertGolden("jaccard/" + name, metric, "neighbours384", ROWS);
    }

    @Test
    void cosines() {
        assertGolden("cosine-index", new CosineIndex(), "neighbours384", ROWS);
    }

    @ParameterizedTest
    @CsvSource({"1000", "4001"})
    void alignments(int rows) {
        assertGolden("cka/" + rows, new Cka(), "neighbours384", rows);
    }

    @Test
    void ranks() {
        assertGolden("mrr", new Mrr(), "ranks300", ROWS);
    }

    private static void assertGolden(String name, PairMetric metric, String input, int rows) {
        GoldenInput drawn = GoldenInput.of(input);
        Space x = Space.of("x", drawn.points().rows(0, rows));
        Space y = Space.of("y", drawn.twin().rows(0, rows));
        Golden.of(name).assertValue(metric.measure(x, y, RUN).value());
    }

    @ParameterizedTest
    @CsvSource({"2", "50"})
    void silhouettes(int width) {
        GoldenInput input = GoldenInput.of("classes%d".formatted(width));
        Space space = Space.of("s", input.points(), Labels.of(input.labels()));
        Score score = new ClassSilhouette().measure(space, RUN);
        String name = "silhouette/%d".formatted(width);
        Golden.of(name).assertValue(score.value());
        double[] samples = Golden.of(name + "/samples").list();
        assertEquals(samples[0], score.perSample()[0], 1e-5);
        assertEquals(samples[1], score.perSample()[1], 1e-5);
        assertEquals(samples[2], score.perSample()[ROWS - 1], 1e-5);
    }

    @ParameterizedTest
    @CsvSource({"1000", "4001"})
    void deathTimes(int rows) {
        Matrix points = GoldenInput.of("classes50").points().rows(0, rows);
        Score score = new DeathTimes().measure(Space.of("s", points), RUN);
        Golden golden = Golden.of("death-times/%d".formatted(rows));
        double sum = golden.number("sum");
        double largest = golden.number("largest");
        double smallest = golden.entry(0, 0);
        assertEquals(sum, score.value() * (rows - 1), 2e-6 * sum);
        assertEquals(largest, score.details().get("largest"), 2e-6 * largest);
        assertEquals(smallest, score.details().get("smallest"), 2e-6 * largest);
    }
}
