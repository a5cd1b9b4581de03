package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
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
import relrep.api.metric.PairMetric;
import relrep.api.metric.RetrievalAppraiser;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;
import relrep.api.similarity.PointSimilarity;
import relrep.api.tck.counterexample.BadFormats;
import relrep.api.tck.counterexample.BadNetworks;
import relrep.api.tck.counterexample.BadPenalties;
import relrep.api.tck.counterexample.BadPlugins;
import relrep.api.tck.counterexample.BadPlugins.Bad;
import relrep.api.tck.counterexample.BadTransforms;
import relrep.workbench.plugins.Kind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tests each command that takes plugins with plugins that break their contract. */
@Tag("slow")
@SuppressWarnings("SameNameButDifferent") // each plugin has its own Options
class BadPluginsCommandTest {
    @TempDir Path folder;

    /** How far the means of two spaces are apart, 0 to 100. */
    private static final class Gap implements PairMetric {
        @Override
        public Score measure(Space source, Space target, Run run) {
            double gap = 0;
            for (int i = 0; i < source.size(); i++) {
                gap += source.latents().get(i, 0) - target.latents().get(i, 0);
            }
            return Score.of(Math.abs(gap) / source.size());
        }

        @Override
        public MetricTraits traits() {
            return new MetricTraits(Direction.LOWER_IS_BETTER, 0, 100, Set.of(), 2);
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }
    }

    private static final class Product implements PointSimilarity {
        @Override
        public double compare(float[] point, float[] anchor) {
            return point[0] * anchor[0];
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
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

    private Typed typed(String name, Kind kind, Object bad) {
        try {
            Path own = Files.createDirectories(folder.resolve(name.replaceAll("\\W+", "-")));
            for (String file : List.of("x.mem", "y.mem")) {
                List<String> lines =
                        IntStream.range(0, 40)
                                .mapToObj(i -> "%s.5 %s.25".formatted(i * 7 % 40, i))
                                .toList();
                Files.write(own.resolve(file), lines);
            }
            Files.writeString(own.resolve("rows.mem"), "0\n1\n2\n3\n");
            Files.writeString(own.resolve("z.bad"), "any");
            Typed typed = new Typed(own);
            typed.registry =
                    new ExamplePlugins()
                            .with(Kind.VECTOR_FORMAT, "mem", new MemoryVectors())
                            .with(Kind.SIMILARITY, "cosine", new Product())
                            .with(Kind.ANCHOR_SELECTOR, "random", new First(new First.Options(4)))
                            .with(Kind.METRIC, "gap", new Gap())
                            .with(kind, "bad", bad);
            return typed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Stream<DynamicTest> each(
            List<Bad<T>> plugins, Kind kind, String command, Consumer<Typed> type) {
        return each(plugins, kind, command, type, (bad, typed) -> requireSentence(bad, typed));
    }

    private interface Judge<T> {
        void judge(Bad<T> bad, Typed typed) throws Exception;
    }

    private <T> Stream<DynamicTest> each(
            List<Bad<T>> plugins, Kind kind, String command, Consumer<Typed> type, Judge<T> judge) {
        return plugins.stream()
                .map(
                        bad ->
                                DynamicTest.dynamicTest(
                                        command + ", " + bad.what(),
                                        () -> {
                                            Typed typed =
                                                    typed(
                                                            command + " " + bad.what(),
                                                            kind,
                                                            bad.plugin());
                                            type.accept(typed);
                                            judge.judge(bad, typed);
                                        }));
    }

    /** One sentence, exit code 1; 4 where it is the machine that lacks something. */
    private static void requireSentence(Bad<?> bad, Typed typed) {
        boolean lacking =
                Set.of("OutOfMemoryError", "that something is lacking").contains(bad.what());
        String more = "( \\(rows counted from row 0 of the points\\))?(; the memory .*)?";
        assertTrue(
                typed.err.strip().matches("relrep: " + bad.sentence() + more),
                () -> "'%s' is not '%s'".formatted(typed.err, bad.sentence()));
        assertEquals(lacking ? 4 : 1, typed.exit, typed.err);
    }

    @TestFactory
    Stream<DynamicTest> project() {
        return each(
                BadPlugins.similarities(),
                Kind.SIMILARITY,
                "project",
                typed ->
                        typed.type(
                                "project",
                                "--points=x.mem",
                                "--anchors=rows.mem",
                                "--similarity=bad",
                                "--out=r.mem",
                                "--quiet"),
                (bad, typed) -> {
                    requireSentence(bad, typed);
                    assertFalse(
                            Files.exists(
                                    folder.resolve(
                                                    ("project " + bad.what())
                                                            .replaceAll("\\W+", "-"))
                                            .resolve("r.mem")));
                });
    }

    @TestFactory
    Stream<DynamicTest> projectBySelector() {
        return each(
                BadPlugins.selectors(),
                Kind.ANCHOR_SELECTOR,
                "project",
                typed ->
                        typed.type(
                                "project",
                                "--points=x.mem",
                                "--anchors=bad",
                                "--out=r.mem",
                                "--quiet"));
    }

    @TestFactory
    Stream<DynamicTest> readers() {
        return each(
                BadFormats.reading(),
                Kind.VECTOR_FORMAT,
                "project",
                typed ->
                        typed.type(
                                "project",
                                "--points=z.bad",
                                "--anchors=z.bad",
                                "--out=r.mem",
                                "--quiet"));
    }

    @TestFactory
    Stream<DynamicTest> writers() {
        return each(
                List.of(BadFormats.writing()),
                Kind.VECTOR_FORMAT,
                "project",
                typed ->
                        typed.type(
                                "project",
                                "--points=x.mem",
                                "--anchors=rows.mem",
                                "--out=x.bad",
                                "--quiet"));
    }

    private static void align(Typed typed) {
        typed.type(
                "align",
                "--source=x.mem",
                "--target=y.mem",
                "--aligner=bad",
                "--out=m.safetensors",
                "--quiet");
    }

    @TestFactory
    Stream<DynamicTest> align() {
        return each(
                Stream.concat(BadPlugins.maps().stream(), BadPlugins.fits().stream()).toList(),
                Kind.ALIGNER,
                "align",
                BadPluginsCommandTest::align);
    }

    @TestFactory
    Stream<DynamicTest> alignAfterTransform() {
        return each(
                Stream.concat(BadTransforms.images().stream(), BadTransforms.fits().stream())
                        .toList(),
                Kind.TRANSFORM,
                "align",
                typed -> {
                    ((ExamplePlugins) typed.registry).with(Kind.ALIGNER, "any", BadPlugins.good());
                    typed.type(
                            "align",
                            "--source=x.mem",
                            "--target=y.mem",
                            "--aligner=any",
                            "--transform=bad",
                            "--out=m.safetensors",
                            "--quiet");
                });
    }

    @TestFactory
    Stream<DynamicTest> projectAfterTransform() {
        return each(
                BadTransforms.images(),
                Kind.TRANSFORM,
                "project",
                typed ->
                        typed.type(
                                "project",
                                "--points=x.mem",
                                "--anchors=rows.mem",
                                "--transform=bad",
                                "--out=r.mem",
                                "--quiet"));
    }

    @TestFactory
    Stream<DynamicTest> alignBySelector() {
        return each(
                BadPlugins.selectors(),
                Kind.ANCHOR_SELECTOR,
                "align",
                typed -> {
                    ((ExamplePlugins) typed.registry)
                            .with(Kind.ALIGNER, "any", BadPlugins.maps().get(0).plugin());
                    typed.type(
                            "align",
                            "--source=x.mem",
                            "--target=y.mem",
                            "--aligner=any",
                            "--anchors=bad",
                            "--out=m.safetensors",
                            "--quiet");
                });
    }

    @TestFactory
    Stream<DynamicTest> apply() {
        return each(
                BadPlugins.maps(),
                Kind.ALIGNER,
                "apply",
                typed -> {
                    ExamplePlugins services = (ExamplePlugins) typed.registry;
                    Object bad = services.use(Kind.ALIGNER, "bad", service -> service);
                    services.with(Kind.ALIGNER, "bad", BadPlugins.good());
                    align(typed);
                    assertEquals("", typed.err);
                    services.with(Kind.ALIGNER, "bad", bad);
                    typed.type(
                            "apply",
                            "--map=m.safetensors",
                            "--points=x.mem",
                            "--out=w.mem",
                            "--quiet");
                });
    }

    /** The numbers that do not need the bad plugin are there, those that do have its sentence. */
    private <T> Stream<DynamicTest> compare(
            List<Bad<T>> plugins, Kind kind, List<String> asked, Consumer<JsonObject> rest) {
        return each(
                plugins,
                kind,
                "compare",
                typed ->
                        typed.type(
                                Stream.concat(
                                                Stream.of(
                                                        "compare",
                                                        "--source=x.mem",
                                                        "--target=y.mem",
                                                        "--quiet",
                                                        "--json"),
                                                asked.stream())
                                        .toArray(String[]::new)),
                (bad, typed) -> {
                    assertEquals("", typed.err);
                    JsonObject json = JsonParser.parseString(typed.out).getAsJsonObject();
                    JsonArray failures = json.getAsJsonArray("failures");
                    assertEquals(1, failures.size(), failures.toString());
                    String sentence = failures.get(0).getAsString();
                    assertTrue(
                            sentence.matches(bad.sentence()),
                            () -> "'%s' is not '%s'".formatted(sentence, bad.sentence()));
                    assertEquals(1, typed.exit);
                    rest.accept(json);
                });
    }

    private static double value(JsonObject json, String metric, String form) {
        for (JsonElement one : json.getAsJsonArray("metrics")) {
            if (one.getAsJsonObject().get("metric").getAsString().equals(metric)) {
                for (JsonElement each : one.getAsJsonObject().getAsJsonArray("readings")) {
                    JsonObject reading = each.getAsJsonObject();
                    if (reading.get("form").getAsString().equals(form)) {
                        return reading.get("value").getAsDouble();
                    }
                }
            }
        }
        throw new AssertionError("no " + form + " " + metric + " in " + json);
    }

    @TestFactory
    Stream<DynamicTest> compareBySimilarity() {
        return compare(
                BadPlugins.similarities(),
                Kind.SIMILARITY,
                List.of("--similarity=bad", "--anchors=rows.mem"),
                json -> assertEquals(0, value(json, "gap", "absolute")));
    }

    @TestFactory
    Stream<DynamicTest> compareByAligner() {
        return compare(
                Stream.concat(BadPlugins.maps().stream(), BadPlugins.fits().stream()).toList(),
                Kind.ALIGNER,
                List.of("--anchors=rows.mem"),
                json -> {
                    assertEquals(0, value(json, "gap", "absolute"));
                    assertEquals(0, value(json, "gap", "relative"));
                });
    }

    @TestFactory
    Stream<DynamicTest> compareBySelector() {
        return compare(
                BadPlugins.selectors(),
                Kind.ANCHOR_SELECTOR,
                List.of("--anchors=bad"),
                json -> assertEquals(0, value(json, "gap", "absolute")));
    }

    @TestFactory
    Stream<DynamicTest> compareByMetric() {
        return compare(
                BadPlugins.pairMetrics(),
                Kind.METRIC,
                List.of("--anchors=rows.mem"),
                json -> {
                    assertEquals(0, value(json, "gap", "absolute"));
                    assertEquals(0, value(json, "gap", "relative"));
                });
    }

    @TestFactory
    Stream<DynamicTest> compareByMetricOfOneSpace() {
        return compare(
                BadPlugins.spaceMetrics(),
                Kind.METRIC,
                List.of("--anchors=rows.mem"),
                json -> assertEquals(0, value(json, "gap", "relative")));
    }

    @Test
    void compareByAppraiser() {
        Typed typed = typed("appraiser", Kind.METRIC, new Gap());
        typed.appraisers.add((points, anchors, run) -> Map.of("coverage", Double.NaN));
        typed.type("compare", "--source=x.mem", "--target=y.mem", "--anchors=rows.mem", "--quiet");
        assertEquals(1, typed.exit, typed.err);
        assertTrue(typed.out.contains("appraise must return finite numbers by name"), typed.out);
    }

    /** Returns the same answer for each of a number of queries. */
    private record Told(int more, float recall) implements RetrievalAppraiser {
        @Override
        public Truth truth(Matrix queries, Matrix documents, int[] own, int k, Run run) {
            return (asking, asked, part) -> {
                float[] all = new float[asking.rows() + more];
                Arrays.fill(all, recall);
                return new Agreement(all, new float[asking.rows()]);
            };
        }
    }

    @TestFactory
    Stream<DynamicTest> compareByRetrieval() {
        Map<RetrievalAppraiser, String> bad =
                Map.of(
                        new Told(1, .5f),
                        "ask must return one recall for each of 8 queries, not 9",
                        new Told(0, 1.5f),
                        "ask must return a recall from 0 to 1, not 1.5",
                        new Told(0, Float.NaN),
                        "ask must return a recall from 0 to 1, not NaN",
                        (queries, documents, own, k, run) -> null,
                        "truth must return answers, not null");
        return bad.entrySet().stream()
                .map(
                        one ->
                                DynamicTest.dynamicTest(
                                        one.getValue(),
                                        () -> {
                                            Typed typed =
                                                    typed(one.getValue(), Kind.METRIC, new Gap());
                                            typed.retrievals.add(one.getKey());
                                            typed.type(
                                                    "compare",
                                                    "--source=x.mem",
                                                    "--target=y.mem",
                                                    "--anchors=rows.mem",
                                                    "--quiet");
                                            assertEquals(1, typed.exit, typed.err);
                                            assertTrue(
                                                    typed.out.contains(one.getValue()), typed.out);
                                        }));
    }

    @Test
    void aFileThatTwoFormatsKnowIsReadByTheOneThatIsNamed() {
        Typed typed = typed("two", Kind.VECTOR_FORMAT, new MemoryVectors());
        List<String> words =
                List.of(
                        "project",
                        "--points=x.mem",
                        "--anchors=rows.mem",
                        "--out=r.mem",
                        "--quiet");
        typed.type(words.toArray(String[]::new));
        assertEquals(2, typed.exit);
        assertTrue(
                typed.err.endsWith(
                        "x.mem must be in one format, but bad and mem recognise it; --format bad"
                                + " reads it as that\n"),
                typed.err);
        typed.type(Stream.concat(words.stream(), Stream.of("--format=bad")).toArray(String[]::new));
        assertEquals("", typed.err);
        assertEquals(0, typed.exit);
    }

    @TestFactory
    Stream<DynamicTest> info() {
        return each(
                BadPlugins.pairMetrics().stream()
                        .filter(bad -> bad.sentence().contains(": traits "))
                        .filter(bad -> !bad.what().contains("drifting")) // it asks once
                        .toList(),
                Kind.METRIC,
                "info",
                typed -> typed.type("info", "bad", "--quiet"));
    }

    private record Stubborn(Options options)
            implements Tunable<Aligner, Stubborn.Options>, Aligner {
        record Options(@Option("how many") int count) {}

        @Override
        public Aligner with(Options other) {
            return this;
        }

        @Override
        public Alignment fit(AlignmentProblem problem, Run run) {
            throw new AssertionError("is never asked");
        }

        @Override
        public Set<MapFamily> recovers() {
            return Set.of();
        }

        @Override
        public boolean acceptsUnequalWidths() {
            return false;
        }
    }

    @Test
    void optionsThatAreNotTakenAreNotPassedOver() {
        Typed typed = typed("stubborn", Kind.ALIGNER, new Stubborn(new Stubborn.Options(1)));
        typed.type(
                "align",
                "--source=x.mem",
                "--target=y.mem",
                "--aligner=bad:count=2",
                "--out=m.safetensors",
                "--quiet");
        assertEquals(
                "relrep: plugin 'bad': with must return a plugin with the options"
                        + " Options[count=2], not Options[count=1]\n",
                typed.err);
        assertEquals(1, typed.exit);
    }

    private <T> Stream<DynamicTest> check(List<Bad<T>> plugins, Kind kind) {
        return each(
                plugins,
                kind,
                "check " + kind,
                typed -> typed.type("check", "bad", "--quiet"),
                (bad, typed) -> {
                    assertEquals("", typed.err);
                    assertEquals(1, typed.exit, typed.out);
                    assertTrue(typed.out.contains("\n  broken   "), typed.out);
                });
    }

    @TestFactory
    Stream<DynamicTest> check() {
        return Stream.of(
                        check(BadPlugins.similarities(), Kind.SIMILARITY),
                        check(BadPlugins.maps(), Kind.ALIGNER),
                        check(BadPlugins.fits(), Kind.ALIGNER),
                        check(BadTransforms.images(), Kind.TRANSFORM),
                        check(BadTransforms.fits(), Kind.TRANSFORM),
                        check(BadPlugins.selectors(), Kind.ANCHOR_SELECTOR),
                        check(BadPlugins.pairMetrics(), Kind.METRIC),
                        check(BadPlugins.spaceMetrics(), Kind.METRIC),
                        check(BadPlugins.outputMetrics(), Kind.METRIC),
                        check(BadPlugins.datasets(), Kind.DATASET),
                        check(BadNetworks.all(), Kind.ARCHITECTURE),
                        check(BadPenalties.all(), Kind.PENALTY),
                        check(List.of(BadFormats.writing()), Kind.VECTOR_FORMAT))
                .flatMap(tests -> tests);
    }
}
