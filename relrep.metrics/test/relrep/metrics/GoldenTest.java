package relrep.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import relrep.kernels.tile.Closeness;
import relrep.metrics.pair.Cka;
import relrep.metrics.pair.Convention;
import relrep.metrics.pair.CosineIndex;
import relrep.metrics.pair.Jaccard;
import relrep.metrics.pair.Mrr;
import relrep.metrics.space.ClassSilhouette;
import relrep.metrics.space.DeathTimes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answers that float64 code of others has for thousands of samples, within the tolerance given
 * with each. The folder of goldens is in RELREP_BENCH, its generated inputs in PERF_INPUTS.
 */
class GoldenTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    @Test
    void neighboursOfSpacesAskedWithThemselves() throws IOException {
        Score score = jaccard(Convention.WITHIN_SELF);
        assertGolden("jaccard10/10k/384", score.value());
    }

    @Test
    void neighboursInTheTarget() throws IOException {
        String name = "jaccard10/10k/384:relreps (Y's index asked with Y and with X)";
        assertGolden(name, jaccard(Convention.TARGET_QUERY).value());
    }

    private static Score jaccard(Convention convention) throws IOException {
        PairMetric metric =
                new Jaccard().with(new Jaccard.Options(10, convention, Closeness.COSINE));
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
        ByteBuffer labels = read("cls%d_labels".formatted(width)).values();
        int[] numbers = new int[10_000];
        labels.asIntBuffer().get(numbers);
        Space space = Space.of("s", points, Labels.of(numbers));
        Score score = new ClassSilhouette().measure(space, RUN);
        String name = "silhouette/10k/%d".formatted(width);
        assertGolden(name, score.value());
        String list = entry(Pattern.quote(name + ":samples 0,1,9999") + "\": \\[([^\\]]*)\\]");
        String[] samples = list.split(",");
        assertEquals(Double.parseDouble(samples[0]), score.perSample()[0], 1e-5);
        assertEquals(Double.parseDouble(samples[1]), score.perSample()[1], 1e-5);
        assertEquals(Double.parseDouble(samples[2]), score.perSample()[9999], 1e-5);
    }

    @ParameterizedTest
    @CsvSource({"2k, 2000", "10k, 10000"})
    void deathTimes(String size, int rows) throws IOException {
        Score score = new DeathTimes().measure(space("cls50_src", rows), RUN);
        String name = Pattern.quote("ph0/%s/50".formatted(size)) + "\": \\{";
        double sum = Double.parseDouble(entry(name + "[^}]*\"sum\": ([^,]*),"));
        double largest = Double.parseDouble(entry(name + "[^}]*\"maxabs\": ([^,]*),"));
        double smallest =
                Double.parseDouble(
                        entry(name + "[^}]*\"entries\": \\[\\s*\\[\\s*0,\\s*0,([^\\]]*)\\]"));
        assertEquals(sum, score.value() * (rows - 1), 2e-6 * sum);
        assertEquals(largest, score.details().get("largest"), 2e-6 * largest);
        assertEquals(smallest, score.details().get("smallest"), 2e-6 * largest);
    }

    private static void assertGolden(String name, double value) throws IOException {
        String found =
                entry(Pattern.quote(name) + "\": \\{\\s*\"value\": ([^,]*,\\s*\"tol\": [^}]*)\\}");
        String[] golden = found.split(",\\s*\"tol\": ");
        double expected = Double.parseDouble(golden[0]);
        double tolerance = Double.parseDouble(golden[1]);
        assertTrue(tolerance > 0 && tolerance < 1e-3, "a tolerance of " + tolerance);
        assertEquals(expected, value, tolerance * Math.abs(expected), name);
    }

    /** Returns what the first group of a pattern matches in the goldens. */
    private static String entry(String pattern) throws IOException {
        String all = Files.readString(folder("RELREP_BENCH").resolve("golden.json"));
        Matcher matcher = Pattern.compile("\"" + pattern).matcher(all);
        assertTrue(matcher.find(), "no golden of " + pattern);
        return matcher.group(1).strip();
    }

    private static Space space(String name, int rows) throws IOException {
        Npy file = read(name);
        Matrix all = Matrix.wrap(file.rows(), file.cols(), file.values().asFloatBuffer());
        return Space.of(name, all.rows(0, rows));
    }

    private record Npy(int rows, int cols, ByteBuffer values) {}

    private static Npy read(String name) throws IOException {
        byte[] file = Files.readAllBytes(folder("PERF_INPUTS").resolve(name + ".npy"));
        ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int header = all.getShort(8);
        Matcher shape =
                Pattern.compile("\\((\\d+),\\s*(\\d*)\\)")
                        .matcher(
                                new String(
                                        file,
                                        10,
                                        header,
                                        java.nio.charset.StandardCharsets.ISO_8859_1));
        assertTrue(shape.find(), name + " has no shape");
        int cols = shape.group(2).isEmpty() ? 1 : Integer.parseInt(shape.group(2));
        ByteBuffer values = ByteBuffer.allocateDirect(file.length - 10 - header);
        values.order(ByteOrder.LITTLE_ENDIAN).put(file, 10 + header, values.capacity()).flip();
        return new Npy(Integer.parseInt(shape.group(1)), cols, values);
    }

    private static Path folder(String variable) {
        String name = System.getenv(variable);
        assumeTrue(
                name != null && Files.isDirectory(Path.of(name)), "needs a folder in " + variable);
        return Path.of(name);
    }
}
