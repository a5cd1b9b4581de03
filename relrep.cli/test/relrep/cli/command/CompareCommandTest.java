package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.MapFamily;
import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.metric.SpaceMetric;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.similarity.PointSimilarity;
import relrep.workbench.plugins.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@SuppressWarnings("SameNameButDifferent") // each plugin has its own Options
class CompareCommandTest {
    private static final int ROWS = 60;

    @TempDir Path folder;

    private Typed typed;

    /** A value for each sample: the share of coordinates that are nearly equal. */
    private static final class Agreement implements PairMetric {
        @Override
        public Score measure(Space source, Space target, Run run) {
            if (source.width() != target.width()) {
                throw new InvalidInputException("the spaces must be equally wide");
            }
            float[] values = new float[source.size()];
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                for (int j = 0; j < source.width(); j++) {
                    double far = Math.abs(source.latents().get(i, j) - target.latents().get(i, j));
                    values[i] += far < 0.1 ? 1f / source.width() : 0;
                }
                sum += values[i];
            }
            return Score.of(sum / values.length, values);
        }

        @Override
        public MetricTraits traits() {
            return new MetricTraits(Direction.HIGHER_IS_BETTER, 0, 1, Set.of(Need.EQUAL_WIDTHS), 1);
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }

        @Override
        public OptionalDouble chance(int rows, int width) {
            return OptionalDouble.of(0.01);
        }
    }

    /** One number for all samples: the distance of the means of the first coordinate. */
    private record MeanGap(Options options)
            implements PairMetric, Tunable<PairMetric, MeanGap.Options> {
        record Options(@Option("what it is multiplied by") double factor) {}

        @Override
        public Score measure(Space source, Space target, Run run) {
            double gap = 0;
            for (int i = 0; i < source.size(); i++) {
                gap += (source.latents().get(i, 0) - target.latents().get(i, 0)) / source.size();
            }
            return Score.of(options.factor() * Math.abs(gap));
        }

        @Override
        public PairMetric with(Options other) {
            return new MeanGap(other);
        }

        @Override
        public MetricTraits traits() {
            return new MetricTraits(
                    Direction.LOWER_IS_BETTER, 0, Double.POSITIVE_INFINITY, Set.of(), 2);
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }
    }

    private static final class Largest implements SpaceMetric {
        @Override
        public Score measure(Space space, Run run) {
            space.requireLabels();
            return Score.of(1);
        }

        @Override
        public MetricTraits traits() {
            return new MetricTraits(Direction.NEITHER, 0, 1, Set.of(Need.LABELS), 2);
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }
    }

    /** The shift between the means. */
    private static final class Shift implements Aligner {
        @Override
        public Alignment fit(AlignmentProblem problem, Run run) {
            int d = problem.requireEqualWidths("shift");
            float[] shift = new float[d];
            Matrix from = problem.sourcePoints();
            Matrix to = problem.targetPoints();
            for (int i = 0; i < from.rows(); i++) {
                for (int j = 0; j < d; j++) {
                    shift[j] += (to.get(i, j) - from.get(i, j)) / from.rows();
                }
            }
            return new Alignment() {
                @Override
                public Matrix apply(Matrix latents) {
                    float[] values = latents.toArray();
                    for (int i = 0; i < values.length; i++) {
                        values[i] += shift[i % d];
                    }
                    return Matrix.of(latents.rows(), d, values);
                }

                @Override
                public Map<String, Double> diagnostics() {
                    return Map.of("pairs", (double) from.rows());
                }
            };
        }

        @Override
        public Set<MapFamily> recovers() {
            return Set.of(MapFamily.TRANSLATION);
        }

        @Override
        public boolean acceptsUnequalWidths() {
            return false;
        }
    }

    private static final class Product implements PointSimilarity {
        @Override
        public double compare(float[] point, float[] anchor) {
            double sum = 0;
            for (int i = 0; i < point.length; i++) {
                sum += (double) point[i] * anchor[i];
            }
            return sum;
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of(Invariance.PERMUTATION, Invariance.ORTHOGONAL);
        }
    }

    private record First(Options options)
            implements AnchorSelector, Tunable<AnchorSelector, First.Options> {
        record Options(@Option("how many") int count) {}

        @Override
        public Anchors select(Space space, Run run) {
            return Anchors.ofRows(IntStream.range(0, options.count()).toArray());
        }

        @Override
        public AnchorSelector with(Options other) {
            return new First(other);
        }
    }

    /** Points, and the same shifted by 5 in each coordinate. */
    @BeforeEach
    void place() throws IOException {
        typed = new Typed(folder);
        typed.registry =
                new ExamplePlugins()
                        .with(Kind.VECTOR_FORMAT, "mem", new MemoryVectors())
                        .with(Kind.SIMILARITY, "cosine", new Product())
                        .with(Kind.ANCHOR_SELECTOR, "random", new First(new First.Options(300)))
                        .with(Kind.ALIGNER, "shift", new Shift())
                        .with(Kind.METRIC, "agreement", new Agreement())
                        .with(Kind.METRIC, "mean-gap", new MeanGap(new MeanGap.Options(1)))
                        .with(Kind.METRIC, "largest", new Largest())
                        .waiting(Kind.ALIGNER, "mlp", "nobody provides Trainer");
        typed.retrievals.add(new PlainRetrieval());
        typed.appraisers.add((points, anchors, run) -> Map.of("coverage", 0.5));
        write("x.mem", 2, 0);
        write("y.mem", 2, 5);
        write("wide.mem", 3, 0);
    }

    private void write(String name, int width, double shift) throws IOException {
        write(name, width, shift, 9);
    }

    private void write(String name, int width, double shift, long seed) throws IOException {
        RandomGenerator random = Seed.of(seed).random();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            List<String> words = new ArrayList<>();
            for (int j = 0; j < width; j++) {
                words.add(String.valueOf((float) (random.nextGaussian() + shift)));
            }
            lines.add(String.join(" ", words));
        }
        Files.write(folder.resolve(name), lines);
    }

    private Typed compare(String target, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of("compare", "--source", "x.mem", "--target", target, "--quiet"));
        words.addAll(List.of(more));
        return typed.type(words.toArray(String[]::new));
    }

    private JsonObject json(String target, String... more) {
        List<String> words = new ArrayList<>(List.of(more));
        words.add("--json");
        compare(target, words.toArray(String[]::new));
        assertEquals("", typed.err);
        return JsonParser.parseString(typed.out).getAsJsonObject();
    }

    private static JsonObject metric(JsonObject json, String name) {
        for (JsonElement one : json.getAsJsonArray("metrics")) {
            if (one.getAsJsonObject().get("metric").getAsString().equals(name)) {
                return one.getAsJsonObject();
            }
        }
        throw new AssertionError("no " + name + " in " + json);
    }

    private static JsonObject reading(JsonObject json, String metric, String form) {
        for (JsonElement one : metric(json, metric).getAsJsonArray("readings")) {
            if (one.getAsJsonObject().get("form").getAsString().equals(form)) {
                return one.getAsJsonObject();
            }
        }
        throw new AssertionError("no " + form);
    }

    @Test
    void tellsBeforeAndAfterAnAlignerWhatIsBestAndWhetherItBeatsDoingNothing() {
        JsonObject json = json("y.mem");
        assertEquals(0, typed.exit);
        assertEquals(48, json.get("training").getAsInt());
        assertEquals(12, json.get("held-out").getAsInt());
        JsonObject agreement = metric(json, "agreement");
        assertEquals("bootstrap", agreement.get("interval-from").getAsString());
        assertEquals("shift", agreement.get("best-aligner").getAsString());
        assertTrue(agreement.get("best-aligner-beats-absolute").getAsBoolean());
        assertEquals(0, reading(json, "agreement", "absolute").get("value").getAsDouble());
        JsonObject shifted = reading(json, "agreement", "shift");
        assertEquals(1, shifted.get("value").getAsDouble(), 1e-6);
        assertEquals(1, shifted.get("gain").getAsDouble(), 1e-6);
        assertEquals(0.01, shifted.get("chance").getAsDouble());
        assertEquals("metric", shifted.get("chance-from").getAsString());
        JsonObject gap = metric(json, "mean-gap");
        assertEquals("lower-is-better", gap.get("direction").getAsString());
        assertTrue(gap.get("upper").isJsonNull());
        assertEquals("subsampling", gap.get("interval-from").getAsString());
        assertEquals(40, gap.get("resamples").getAsInt());
        assertEquals(6, gap.get("resample-rows").getAsInt());
        assertEquals(5, reading(json, "mean-gap", "shift").get("gain").getAsDouble(), 1e-4);
        assertEquals(
                "shuffled-rows",
                reading(json, "mean-gap", "absolute").get("chance-from").getAsString());
        assertEquals(
                "labels are needed, 'x.mem, held out' has none",
                reading(json, "largest", "source").get("reason").getAsString());
        assertEquals(
                "nobody provides Trainer",
                json.getAsJsonObject("not-ready").get("mlp").getAsString());
        assertEquals(
                0.5,
                json.getAsJsonObject("anchors")
                        .getAsJsonObject("source")
                        .get("coverage")
                        .getAsDouble());
        assertTrue(
                json.get("verdict")
                        .getAsString()
                        .startsWith(
                                "1 nearest of the target: targets that ask sources mapped by shift"
                                        + " find 1 [1, 1], staying with the source "),
                json.get("verdict").getAsString());
    }

    @Test
    void aPageHasEveryNumberAndEndsWithTheVerdict() {
        String out = compare("y.mem", "--metric", "mean-gap:factor=2", "--metric", "agreement").out;
        assertTrue(
                out.startsWith(
                        "60 rows matched by order; 48 learnt from, 12 held out and measured; seed"
                                + " 1\n"),
                out);
        assertTrue(out.matches("(?s).*\\nmean-gap\\(factor=2\\) +absolute +10 +\\[.*"), out);
        assertTrue(out.contains("  lower is better, 0 or more  "), out);
        assertTrue(out.contains("  40 subsamples of 6"), out);
        assertTrue(out.contains("best, beats no map"), out);
        assertTrue(out.contains("ANCHORS   x.mem   y.mem\ncoverage  0.5000  0.5000\n"), out);
        assertTrue(out.contains("warning: only 12 rows are measured: intervals are wide\n"), out);
        assertTrue(
                out.stripTrailing()
                        .lines()
                        .reduce((a, b) -> b)
                        .orElse("")
                        .contains(": worth it, shift beats staying by "),
                out);
    }

    /** On a narrow terminal each metric has a table of its own, with all that the wide one has. */
    @Test
    void nothingIsCutOffInEightyColumnsNorInSixty() throws IOException {
        String wide = compare("y.mem").out;
        write("a-file-with-a-rather-long-name-of-its-own.mem", 2, 5);
        for (int columns : new int[] {80, 60}) {
            typed.screen = new Screen(true, false, false, () -> columns);
            String out = compare("a-file-with-a-rather-long-name-of-its-own.mem").out;
            assertFalse(out.contains("…"), out);
            assertTrue(
                    out.contains("target: a-file-with-a-rather-long-name-of-its-own.mem\n"), out);
            assertTrue(out.contains("best aligner: shift, beats no map\n"), out);
            assertTrue(out.contains("mean-gap: lower is better, 0 or more; 12 rows, 40"), out);
            out.lines().forEach(line -> assertTrue(line.length() <= columns, line));
            for (String number : wide.split("[^\\d.e-]+", 0)) {
                assertTrue(out.contains(number), number + " in " + out);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() {
        String once = compare("y.mem", "--json").out;
        assertEquals(once, compare("y.mem", "--json").out);
        assertFalse(once.equals(compare("y.mem", "--json", "--seed", "2").out));
    }

    @Test
    void gatesDecideTheExitCode() {
        assertEquals(0, compare("y.mem", "--gate", "shift:agreement>=0.9").exit);
        assertTrue(
                typed.out.contains("gate shift:agreement>=0.9 met: shift agreement is 1 [1, 1]\n"),
                typed.out);
        compare("y.mem", "--gate", "agreement>=0.9", "--gate", "absolute:mean-gap:factor=1 < 0.5");
        assertEquals(3, typed.exit);
        assertTrue(typed.out.contains("gate agreement>=0.9 met: shift agreement"), typed.out);
        assertTrue(
                typed.out.contains(
                        "gate absolute:mean-gap:factor=1 < 0.5 not met: absolute mean-gap is 5"),
                typed.out);
        JsonObject gate =
                json("y.mem", "--gate", "relative:agreement > 2")
                        .getAsJsonArray("gates")
                        .get(0)
                        .getAsJsonObject();
        assertEquals(3, typed.exit);
        assertFalse(gate.get("met").getAsBoolean());
        assertEquals(2, gate.get("bound").getAsDouble());
    }

    @Test
    void aGateThatCannotBeIsRefusedBeforeAnythingIsRead() {
        typed.type("compare", "--source", "no.mem", "--target", "y.mem", "--gate", "mrr>0.5");
        assertEquals(2, typed.exit);
        assertEquals(
                "relrep: --gate must be a metric and a bound, such as mrr>=0.9, relative:mrr>=0.9"
                    + " or recall>=staying, and the metric must be measured, not 'mrr>0.5'; metrics"
                    + " are agreement, largest, mean-gap, recall; before a metric may stand"
                    + " absolute, relative, source, target, relative-source, relative-target,"
                    + " staying, no-map, shift\n",
                typed.err);
    }

    /** A linear map that happens to be the shift: more may be chosen of it, and it is no better. */
    private record Named(Aligner map, boolean trains, Set<MapFamily> recovers, double factor)
            implements Aligner {
        @Override
        public Alignment fit(AlignmentProblem problem, Run run) {
            run.note("noted by the fit");
            Alignment fitted = map.fit(problem, run);
            return new Alignment() {
                @Override
                public Matrix apply(Matrix latents) {
                    float[] values = fitted.apply(latents).toArray();
                    for (int i = 0; i < values.length; i++) {
                        values[i] *= (float) factor;
                    }
                    return Matrix.of(latents.rows(), latents.cols(), values);
                }

                @Override
                public Map<String, Double> diagnostics() {
                    return Map.of();
                }
            };
        }

        @Override
        public boolean trains() {
            return trains;
        }

        @Override
        public boolean acceptsUnequalWidths() {
            return false;
        }
    }

    private static Aligner linear(double factor) {
        return new Named(new Shift(), false, Set.of(MapFamily.LINEAR), factor);
    }

    private void install(String name, Aligner aligner) {
        typed.registry = ((ExamplePlugins) typed.registry).with(Kind.ALIGNER, name, aligner);
    }

    private static JsonObject way(JsonObject json, String asked, String form) {
        for (JsonElement one : json.getAsJsonObject("retrieval").getAsJsonArray("ways")) {
            JsonObject way = one.getAsJsonObject();
            if (way.get("asked").getAsString().equals(asked)
                    && way.get("form").getAsString().equals(form)) {
                return way;
            }
        }
        throw new AssertionError(asked + " " + form + " is not in " + json);
    }

    private Matrix held(String name, double factor, double shift) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name));
        float[] values = new float[(ROWS - 12) * 2];
        for (int i = 0; i < values.length; i++) {
            String word = lines.get(12 + i / 2).split(" ", -1)[i % 2];
            values[i] = (float) (Float.parseFloat(word) * factor + shift);
        }
        return Matrix.of(ROWS - 12, 2, values);
    }

    private static double recall(Matrix queries, Matrix documents, Matrix target) {
        return recall(queries, documents, target, 1);
    }

    private static double recall(Matrix queries, Matrix documents, Matrix target, int k) {
        double sum = 0;
        for (int i = 0; i < target.rows(); i++) {
            sum +=
                    PlainRetrieval.shared(
                            PlainRetrieval.nearest(target.row(i), target, i, k),
                            PlainRetrieval.nearest(queries.row(i), documents, i, k));
        }
        return sum / target.rows();
    }

    /**
     * Rows 12 to 59 are held out. What is right are the neighbours of a target among targets, and
     * who asks whom is seen where the spaces differ: asked the other way round, each number would
     * be another one.
     */
    @Test
    void targetsAskSourcesInEveryWay() throws IOException {
        write("z.mem", 2, 1, 77);
        String rows = IntStream.range(0, 12).mapToObj(i -> i + "\n").collect(Collectors.joining());
        Files.writeString(folder.resolve("rows.mem"), rows);
        JsonObject json = json("z.mem", "--anchors", "rows.mem", "--holdout", "0.8");
        Matrix source = held("x.mem", 1, 0);
        Matrix target = held("z.mem", 1, 0);
        assertEquals(48, json.getAsJsonObject("retrieval").get("queries").getAsInt());
        assertEquals(1, json.getAsJsonObject("retrieval").get("k").getAsInt());
        assertEquals(
                1 / 47.0, json.getAsJsonObject("retrieval").get("chance").getAsDouble(), 1e-12);
        assertEquals(10, json.getAsJsonObject("retrieval").get("ranked-by-k").getAsInt());
        JsonObject staying = way(json, "staying", "");
        near(recall(source, source, target), staying);
        double ten = recall(source, source, target, 10);
        assertEquals(ten, staying.get("ranked-by").getAsDouble(), 1e-6);
        near(recall(target, source, target), way(json, "no-map", ""));
        float[] shift = shift(json);
        near(recall(target, moved(source, shift, 1), target), way(json, "mapped-source", "shift"));
        near(recall(moved(target, shift, -1), source, target), way(json, "mapped-target", "shift"));
        assertTrue(way(json, "staying", "").get("gain-over-staying").isJsonNull());
    }

    private static void near(double expected, JsonObject way) {
        assertEquals(expected, way.get("recall").getAsDouble(), 1e-6, way.toString());
    }

    /** The mean of the target's anchors less that of the source's, from the files. */
    private float[] shift(JsonObject json) throws IOException {
        assertEquals(12, json.get("training").getAsInt());
        float[] shift = new float[2];
        List<String> from = Files.readAllLines(folder.resolve("x.mem"));
        List<String> to = Files.readAllLines(folder.resolve("z.mem"));
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 2; j++) {
                shift[j] +=
                        (Float.parseFloat(to.get(i).split(" ", -1)[j])
                                        - Float.parseFloat(from.get(i).split(" ", -1)[j]))
                                / 12;
            }
        }
        return shift;
    }

    private static Matrix moved(Matrix space, float[] shift, int sign) {
        float[] values = space.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += sign * shift[i % 2];
        }
        return Matrix.of(space.rows(), space.cols(), values);
    }

    /** Not the alphabet decides: a rigid map is simpler than one that may be any linear one. */
    @Test
    void ofThoseThatAreTiedTheSimplestIsNamedAndTheTieIsSaid() {
        install("a-linear", linear(1));
        install("longer", linear(1));
        JsonObject json = json("y.mem");
        JsonObject retrieval = json.getAsJsonObject("retrieval");
        assertEquals("shift", retrieval.get("best").getAsString());
        assertEquals("[\"shift\",\"a-linear\",\"longer\"]", retrieval.get("tied").toString());
        assertEquals("shift", retrieval.get("back-best").getAsString());
        assertTrue(
                json.get("verdict")
                        .getAsString()
                        .contains(
                                "mapped by shift (tied within noise with a-linear and longer; the"
                                        + " simplest of them) find 1 [1, 1]"),
                json.get("verdict").getAsString());
        JsonObject agreement = metric(json, "agreement");
        assertEquals("shift", agreement.get("best-aligner").getAsString());
        assertTrue(agreement.get("at-ceiling").getAsBoolean());
        assertEquals("no-map", agreement.get("absolute-is").getAsString());
        assertEquals(
                "each-space-by-itself", metric(json, "mean-gap").get("absolute-is").getAsString());
        assertTrue(json.get("warnings").toString().contains("noted by the fit"));
        String out = compare("y.mem").out;
        assertTrue(out.contains("tied at the ceiling, simplest, beats no map"), out);
        assertTrue(out.contains("tied, simplest"), out);
        assertTrue(out.contains("  absolute: no map"), out);
        assertTrue(out.contains("  absolute: each by itself"), out);
        assertTrue(out.contains("warning: noted by the fit\n"), out);
    }

    @Test
    void noNetworkIsTrainedThatNobodyNamed() {
        install("net", new Named(new Shift(), true, Set.of(), 1));
        assertEquals(
                "it is trained, which may take minutes; --aligner net does it",
                way(json("y.mem"), "mapped-source", "net").get("reason").getAsString());
        JsonObject named = json("y.mem", "--aligner", "net");
        assertEquals(1, way(named, "mapped-source", "net").get("recall").getAsDouble());
        assertEquals("net", named.getAsJsonObject("retrieval").get("best").getAsString());
    }

    @Test
    void mapsThatShrinkAndMapsThatWillNotHoldAreSaid() {
        install("half", linear(0.5));
        String warnings = json("y.mem").get("warnings").toString();
        assertTrue(
                warnings.contains(
                        "maps shrink: the mean norm of mapped sources over that of the target is"
                                + " half 0.5"),
                warnings);
        assertTrue(
                warnings.contains(
                        "similarities to rows mapped by shift correlate with the target's own by"
                                + " 0.5000; below 0.7 a map seldom holds"),
                warnings);
        double norm = way(json("y.mem"), "mapped-source", "half").get("norm-ratio").getAsDouble();
        assertEquals(0.5, norm, 0.05);
        assertTrue(way(json("y.mem"), "staying", "").get("norm-ratio").isJsonNull());
    }

    @Test
    void recallIsHeldToStayingAndToNumbers() {
        assertEquals(0, compare("y.mem", "--gate", "recall>=staying").exit);
        assertTrue(
                typed.out.contains("gate recall>=staying met: shift recall is 1 [1, 1], staying"),
                typed.out);
        assertEquals(3, compare("y.mem", "--gate", "staying:recall>staying").exit);
        assertEquals(0, compare("y.mem", "--gate", "back:shift:recall>=0").exit);
        assertTrue(typed.out.contains("met: back:shift recall is"), typed.out);
        assertEquals(2, compare("y.mem", "--gate", "agreement>=staying").exit);
        assertTrue(typed.err.endsWith("; only recall can be held to staying\n"), typed.err);
        typed.retrievals.clear();
        assertEquals(3, compare("y.mem", "--gate", "recall>=0.1").exit);
        assertTrue(
                typed.out.contains("not met: no installed plugin measures retrieval\n"), typed.out);
    }

    @Test
    void unequalWidthsLeaveWhatAppliesAndAReasonForTheRest() {
        JsonObject json = json("wide.mem");
        assertEquals(
                "the spaces must be equally wide",
                reading(json, "agreement", "absolute").get("reason").getAsString());
        assertTrue(
                reading(json, "agreement", "shift")
                        .get("reason")
                        .getAsString()
                        .startsWith("shift needs spaces of equal width"));
        assertEquals("", reading(json, "agreement", "relative").get("reason").getAsString());
        assertEquals("", reading(json, "mean-gap", "absolute").get("reason").getAsString());
        assertEquals(3, compare("wide.mem", "--gate", "absolute:agreement>=0").exit);
        assertTrue(
                typed.out.contains(
                        "gate absolute:agreement>=0 not met: the spaces must be equally wide\n"),
                typed.out);
    }

    @Test
    void anchorsOfAFileAreLearntFrom() throws IOException {
        Files.writeString(folder.resolve("rows.mem"), "3\n59\n0\n");
        JsonObject json = json("y.mem", "--anchors", "rows.mem", "--rows", "5");
        assertEquals(3, json.getAsJsonObject("anchors").get("count").getAsInt());
        assertEquals(5, json.get("training").getAsInt());
        assertEquals(5, json.get("held-out").getAsInt());
        assertEquals(12, json.get("held-out-of").getAsInt());
    }

    @Test
    void onePointIsRefused() throws IOException {
        Files.writeString(folder.resolve("point.mem"), "1.5 2\n".repeat(ROWS));
        assertEquals(
                "relrep: the rows of a space to compare must differ, but all 60 of point.mem are"
                        + " equal\n",
                compare("point.mem").err);
        assertEquals(2, typed.exit);
        Files.writeString(folder.resolve("zero.mem"), "0.0 0\n".repeat(ROWS));
        assertTrue(compare("zero.mem").err.endsWith("are equal, to 0\n"), typed.err);
    }

    /** A metric's own chance level knows of no ties, so where there are many it is measured. */
    @Test
    void amongDuplicatesChanceIsMeasured() throws IOException {
        Files.writeString(folder.resolve("two.mem"), "1.5 2\n0.5 1\n".repeat(ROWS / 2));
        assertEquals(
                "shuffled-rows",
                reading(json("two.mem"), "agreement", "absolute").get("chance-from").getAsString());
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertEquals(
                "relrep: --holdout must be above 0 and below 1, not 1.5\n",
                compare("y.mem", "--holdout", "1.5").err);
        assertEquals(
                "relrep: --bootstrap must be at least 20, not 5\n",
                compare("y.mem", "--bootstrap", "5").err);
        assertEquals(2, typed.exit);
    }

    @Test
    void aCancelSurfaces() {
        typed.cancellation.cancel("interrupted");
        assertEquals(130, compare("y.mem").exit);
        assertEquals("relrep: interrupted\n", typed.err);
    }
}
