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

import java.io.IOException;

/**
 * The answers that float64 code of others has for thousands of samples, within the tolerance given
 * with each. The folder of goldens is in RELREP_BENCH, its generated inputs in PERF_INPUTS.
 */
class GoldenTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    @Test
    void neighboursOfSpacesAskedWithThemselves() throws IOException {
        Score score = jaccard(NeighbourConvention.WITHIN_SELF);
        assertGolden("jaccard10/10k/384", score.value());
    }

    @Test
    void neighboursInTheTarget() throws IOException {
        String name = "jaccard10/10k/384:relreps (Y's index asked with Y and with X)";
        assertGolden(name, jaccard(NeighbourConvention.TARGET_QUERY).value());
    }

    private static Score jaccard(NeighbourConvention convention) throws IOException {
        PairMetric metric =
                new Jaccard()
                        .with(
                                new Jaccard.Options(
                                        10, convention, Closeness.COSINE, NeighbourTies.MEAN));
        return metric.measure(space("knn384_x", 10_000), space("knn384_y", 10_000), RUN);
    }

    @Test
    void cosines() throws IOException {
        Space x = space("knn384_x", 10_000);
        Space y = space("knn384_y", 10_000);
        assertGolden("cosidx/10k/384", new CosineIndex().measure(x, y, RUN).value());
    }

    @ParameterizedTest
    @CsvSource({"2k, 2000", "10k, 10000"})
    void alignments(String size, int rows) throws IOException {
        Space x = space("knn384_x", rows);
        Space y = space("knn384_y", rows);
        assertGolden("cka/%s/384".formatted(size), new Cka().measure(x, y, RUN).value());
    }

    @Test
    void ranks() throws IOException {
        Space x = space("rel300_x", 10_000);
        Space y = space("rel300_y", 10_000);
        assertGolden("mrr/10k/300", new Mrr().measure(x, y, RUN).value());
    }

    @ParameterizedTest
    @CsvSource({"2", "50"})
    void silhouettes(int width) throws IOException {
        Matrix points = space("cls%d_src".formatted(width), 10_000).latents();
        int[] numbers = GoldenInput.ints("cls%d_labels".formatted(width));
        Space space = Space.of("s", points, Labels.of(numbers));
        Score score = new ClassSilhouette().measure(space, RUN);
        String name = "silhouette/10k/%d".formatted(width);
        assertGolden(name, score.value());
        double[] samples = Golden.of(name + ":samples 0,1,9999").list();
        assertEquals(samples[0], score.perSample()[0], 1e-5);
        assertEquals(samples[1], score.perSample()[1], 1e-5);
        assertEquals(samples[2], score.perSample()[9999], 1e-5);
    }

    @ParameterizedTest
    @CsvSource({"2k, 2000", "10k, 10000"})
    void deathTimes(String size, int rows) throws IOException {
        Score score = new DeathTimes().measure(space("cls50_src", rows), RUN);
        Golden golden = Golden.of("ph0/%s/50".formatted(size));
        double sum = golden.number("sum");
        double largest = golden.number("maxabs");
        double smallest = golden.entry(0, 0);
        assertEquals(sum, score.value() * (rows - 1), 2e-6 * sum);
        assertEquals(largest, score.details().get("largest"), 2e-6 * largest);
        assertEquals(smallest, score.details().get("smallest"), 2e-6 * largest);
    }

    private static void assertGolden(String name, double value) throws IOException {
        Golden.of(name).assertValue(value);
    }

    private static Space space(String name, int rows) throws IOException {
        return Space.of(name, GoldenInput.floats(name, rows));
    }
}
