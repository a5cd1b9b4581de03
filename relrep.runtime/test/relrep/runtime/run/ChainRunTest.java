package relrep.runtime.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.experiment.Row;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunOutcome.End;
import relrep.runtime.wiring.RequiredPlugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

@Tag("slow")
class ChainRunTest {
    private static final String ALL = TinyWorld.EXPERIMENT;
    private static final List<String> SAME = List.of("results.csv", "samples.csv", "summary.md");

    @TempDir private Path root;

    private TinyWorld world;

    @BeforeEach
    void begin() {
        world = new TinyWorld(root);
    }

    private static String of(Row row, String... columns) {
        List<String> words = new ArrayList<>();
        for (String column : columns) {
            words.add(row.factors().get(column));
        }
        return String.join(" ", words).replaceAll(" +", " ").strip();
    }

    private static String all(RunOutcome outcome, String kind, String metric, String... columns) {
        return outcome.rows().stream()
                .filter(row -> row.metric().equals(metric))
                .filter(row -> row.factors().get("kind").equals(kind))
                .map(row -> of(row, columns))
                .collect(Collectors.joining("; "));
    }

    private void assertSame(String folder, String other) throws IOException {
        for (String file : SAME) {
            assertArrayEquals(
                    Files.readAllBytes(world.path(folder).resolve(file)),
                    Files.readAllBytes(world.path(other).resolve(file)),
                    file);
        }
    }

    @Test
    void theSameCommandTriesAgainWhatFailedAndKeepsTheRest() {
        String[] settings = {"kind=compare", "metrics=[apart, longer]", "width=2"};
        world.trouble = () -> new IllegalStateException("five, six");
        RunOutcome failed = world.run("out", 2, ALL, settings);
        assertEquals(1, failed.exitCode());
        int trained = world.trainings.size();
        world.trouble = () -> null;
        RunOutcome again = world.run("out", 2, ALL, settings);
        assertEquals(trained, world.trainings.size());
        assertEquals(0, again.exitCode());
        assertTrue(again.rows().size() > failed.rows().size());
    }

    @Test
    void theSameCommandOnAFinishedRunTellsWhatIsThereAndComputesNothing() throws IOException {
        String[] settings = {"kind=compare", "metrics=[apart, longer]", "width=2"};
        RunOutcome first = world.run("out", 2, ALL, settings);
        byte[] provenance = Files.readAllBytes(world.path("out/provenance.json"));
        int trained = world.trainings.size();
        world.code = "code 2";
        RunOutcome again = world.run("out", 2, ALL, settings);
        assertEquals(trained, world.trainings.size());
        assertArrayEquals(provenance, Files.readAllBytes(world.path("out/provenance.json")));
        assertEquals(first.end(), again.end());
        assertEquals(first.exitCode(), again.exitCode());
        assertEquals(first.summary(), again.summary());
        assertEquals(first.failures().size(), again.failures().size());
        assertEquals(first.rows().size(), again.rows().size());
        for (int i = 0; i < first.rows().size(); i++) {
            Row row = first.rows().get(i);
            assertEquals(
                    new Row(row.factors(), row.metric(), row.value(), new float[0]),
                    again.rows().get(i));
        }
        assertEquals(
                "tiny is finished already: %d rows in out; nothing was computed"
                        .formatted(first.rows().size()),
                again.sentence());
        assertThrows(
                InvalidInputException.class,
                () -> world.run("out", 2, ALL, "kind=compare", "metrics=apart", "width=3"));
        assertThrows(
                InvalidInputException.class,
                () ->
                        world.run(
                                world.request("out", 2, true),
                                Run.quiet(Seed.of(1)),
                                ALL,
                                settings));
    }

    @Test
    void aStitchingHasItsPairsAndItsControls() {
        RunOutcome outcome = world.run("out", 2, ALL, "kind=stitch", "metrics=wrong", "width=2");
        assertEquals(End.DONE, outcome.end());
        assertEquals(0, outcome.exitCode());
        assertEquals(
                "a 1 a 1 own; a 2 a 2 own; b 1 b 1 own; b 2 b 2 own; "
                        + "a 1 a 1 own-relative; a 2 a 2 own-relative; "
                        + "b 1 b 1 own-relative; b 2 b 2 own-relative; "
                        + pairs("absolute")
                        + pairs("shift")
                        + pairs("relative")
                        + "mean-image; pca",
                all(
                        outcome,
                        "stitch",
                        "wrong",
                        "source",
                        "source_seed",
                        "target",
                        "target_seed",
                        "bridge"));
    }

    private static String pairs(String bridge) {
        StringBuilder all = new StringBuilder();
        List<String> networks = List.of("a 1", "a 2", "b 1", "b 2");
        for (String source : networks) {
            for (String target : networks) {
                if (!source.equals(target)) {
                    all.append(source).append(' ').append(target).append(' ').append(bridge);
                    all.append("; ");
                }
            }
        }
        return all.toString();
    }

    /** Once for the architecture whose outputs are bounded, for all widths; its errors alone. */
    @Test
    void boundedOutputsHaveAFloor() {
        RunOutcome outcome =
                world.run("out", 1, ALL, "kind=stitch", "networks.a.bounded=true", "metrics=wrong");
        List<Row> floors =
                outcome.rows().stream().filter(row -> of(row, "bridge").equals("floor")).toList();
        assertEquals(1, floors.size());
        assertEquals(
                "tiny heaps rotor(bounded=true) rotor(bounded=true) floor stitch reconstruct",
                String.join(" ", floors.get(0).factors().values()).replaceAll(" +", " ").strip());
        Samples test = new Tiny.Heaps().load(null, Run.quiet(Seed.of(1))).test();
        float[] nearest = test.inputs().toArray();
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = nearest[i] < 0 ? 0 : nearest[i] > 1 ? 1 : nearest[i];
        }
        Matrix outputs = Matrix.of(test.size(), nearest.length / test.size(), nearest);
        double least = new Tiny.Wrong().measure(outputs, test, null).value();
        assertTrue(least > 0);
        assertEquals(least, floors.get(0).value(), 1e-12);
    }

    @Test
    void rowsSayWhatWasHeldAndNothingElse() {
        RunOutcome outcome =
                world.run("out", 1, ALL, "networks.b={architecture: rotor, width: 4}", "width=2");
        Row relative =
                outcome.rows().stream()
                        .filter(row -> of(row, "bridge", "kind").equals("relative stitch"))
                        .filter(row -> of(row, "source", "target").equals("a b"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                "tiny heaps rotor rotor a b 1 1 2 4 4 relative product stitch reconstruct"
                        + " draw(count=4) 1",
                String.join(" ", relative.factors().values()).strip());
        Row mean =
                outcome.rows().stream()
                        .filter(row -> of(row, "bridge").equals("mean-image"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                "tiny heaps mean-image stitch reconstruct",
                String.join(" ", mean.factors().values()).replaceAll(" +", " ").strip());
    }

    @Test
    void whatCannotBeForTheseWidthsHasANoteAndNoValue() {
        RunOutcome outcome =
                world.run("out", 1, ALL, "networks.b={architecture: rotor, width: 4}", "width=2");
        assertEquals(0, outcome.exitCode());
        List<Row> none =
                outcome.rows().stream()
                        .filter(row -> of(row, "source", "target").equals("a b"))
                        .filter(row -> Double.isNaN(row.value()))
                        .toList();
        assertEquals(
                "compare absolute apart: needs equal widths, there are 2 and 4; "
                        + "compare shift apart: shift needs equal widths, a(1) has 2 and b(1) 4; "
                        + "compare shift longer: shift needs equal widths, a(1) has 2 and b(1) 4; "
                        + "stitch absolute wrong: absolute needs equal widths, a(1) has 2 and b(1)"
                        + " 4; "
                        + "stitch shift wrong: shift needs equal widths, a(1) has 2 and b(1) 4",
                none.stream()
                        .filter(row -> of(row, "source_seed", "target_seed").equals("1 1"))
                        .map(
                                row ->
                                        of(row, "kind", "bridge")
                                                + " "
                                                + row.metric()
                                                + ": "
                                                + of(row, "note"))
                        .collect(Collectors.joining("; ")));
    }

    @Test
    void aComparisonHasChanceRowsForBothKindsOfSpace() {
        RunOutcome outcome = world.run("out", 1, ALL, "kind=compare", "metrics=[apart, longer]");
        List<Row> chance =
                outcome.rows().stream().filter(row -> of(row, "bridge").equals("chance")).toList();
        assertEquals(
                "2 2 apart 22.0; 2 2 4 product apart 24.0; 3 3 apart 23.0; 3 3 4 product apart"
                        + " 24.0",
                chance.stream()
                        .map(
                                row ->
                                        of(row, "width", "target_width", "anchors", "similarity")
                                                + " "
                                                + row.metric()
                                                + " "
                                                + row.value())
                        .collect(Collectors.joining("; ")));
    }

    /** Of 20 samples and 4 anchors, which this similarity makes 8 columns of. */
    @Test
    void chanceIsThatOfAsManyColumnsAsTheSimilarityMakes() {
        RunOutcome outcome =
                world.run(
                        "out",
                        1,
                        ALL,
                        "kind=compare",
                        "metrics=apart",
                        "width=2",
                        "similarity=twice",
                        "bridges=relative");
        assertEquals(
                List.of(28.0),
                outcome.rows().stream()
                        .filter(row -> of(row, "bridge", "similarity").equals("chance twice"))
                        .map(row -> row.value())
                        .toList());
    }

    @Test
    void aDescriptionHasTheSamplesThemselvesAndLeavesTargetsEmpty() {
        RunOutcome outcome =
                world.run("out", 1, ALL, "kind=describe", "metrics=level", "width=2", "seeds=1");
        assertEquals(
                "original; a 2; b 2; a 2 product; b 2 product",
                all(
                        outcome,
                        "describe",
                        "level",
                        "source",
                        "target",
                        "width",
                        "target_width",
                        "bridge",
                        "similarity"));
    }

    @Test
    void classifiersAreHeldAgainstTheMajorityAndChance() {
        RunOutcome outcome =
                world.run(
                        "out",
                        1,
                        ALL,
                        "kind=stitch",
                        "metrics=right",
                        "objective=classify",
                        "bridges=absolute",
                        "width=2",
                        "seeds=1");
        assertEquals(
                "own; own; absolute; absolute; majority-class; chance",
                all(outcome, "stitch", "right", "bridge"));
        assertEquals(
                7.0 / 20,
                outcome.rows().stream()
                        .filter(row -> of(row, "bridge").equals("majority-class"))
                        .findFirst()
                        .orElseThrow()
                        .value());
    }

    @Test
    void eachNetworkAndDecoderIsTrainedOnceForAllCells() {
        world.run("out", 3, ALL, "width=2");
        assertEquals(
                Map.of("network", 5L, "decoder", 4L),
                world.trainings.stream()
                        .collect(Collectors.groupingBy(word -> word, Collectors.counting())));
    }

    @Test
    void anchorsAreChosenOnceAmongTheSamplesOrInTheLatentsNamed() {
        world.run("samples", 3, ALL, "width=2");
        assertEquals(List.of("training samples 40 × 5"), drawnFrom());
        world.drawnFrom.clear();
        world.run("latents", 3, ALL, "width=2", "anchors-in=b");
        assertEquals(List.of("b(1) 40 × 2"), drawnFrom());
    }

    private List<String> drawnFrom() {
        return world.drawnFrom.stream()
                .map(space -> "%s %d × %d".formatted(space.name(), space.size(), space.width()))
                .toList();
    }

    @Test
    void anyNumberOfJobsGivesTheSameBytes() throws IOException {
        world.run("one", 1, ALL);
        world.run(world.request("five", 5, true), Run.quiet(Seed.of(9)), ALL);
        assertSame("one", "five");
        assertTrue(Files.size(world.path("one").resolve("samples.csv")) > 1000);
    }

    @Test
    void aSecondRunComesOutOfTheCacheWithTheSameBytes() throws IOException {
        world.run("one", 2, ALL);
        world.trainings.clear();
        world.trouble = () -> new AssertionErrorInDisguise();
        RunOutcome again = world.run("two", 2, ALL);
        assertEquals(List.of(), world.trainings);
        assertEquals(0, again.exitCode());
        assertSame("one", "two");
        assertArrayEquals(
                Files.readAllBytes(world.path("one").resolve("training.csv")),
                Files.readAllBytes(world.path("two").resolve("training.csv")));
    }

    private static final class AssertionErrorInDisguise extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void anotherExperimentTakesTheSameNetworksFromTheCache() {
        world.run("one", 1, ALL, "width=2");
        world.trainings.clear();
        world.run(
                "two",
                1,
                ALL.replace("name: tiny", "name: other"),
                "kind=describe",
                "metrics=level",
                "width=2");
        assertEquals(List.of(), world.trainings);
    }

    @Test
    void anotherEngineTakesNothingFromTheCacheAndTheFormerOneEverything() {
        world.run("one", 1, ALL, "width=2", "seeds=1");
        List<String> once = List.copyOf(world.trainings);
        world.trainings.clear();
        world.engine = "engine 2";
        world.run("two", 1, ALL, "width=2", "seeds=1");
        assertEquals(once, world.trainings);
        world.trainings.clear();
        world.engine = "engine 1";
        world.trouble = () -> new AssertionErrorInDisguise();
        assertEquals(0, world.run("three", 1, ALL, "width=2", "seeds=1").exitCode());
        assertEquals(List.of(), world.trainings);
    }

    @Test
    void otherCodeOrOtherOptionsAreTrainedAnew() {
        world.run("one", 1, ALL, "width=2", "seeds=1");
        int once = world.trainings.size();
        world.trainings.clear();
        world.run("two", 1, ALL, "width=2", "seeds=1", "networks.b.steps=3");
        assertTrue(world.trainings.size() > 0 && world.trainings.size() < once);
        world.trainings.clear();
        world.code = "code 2";
        world.run("three", 1, ALL, "width=2", "seeds=1");
        assertEquals(once, world.trainings.size());
    }

    @Test
    void aSpaceThatIsOnePointIsNotCompared() {
        RunOutcome outcome =
                world.run("out", 2, ALL, "kind=compare", "metrics=apart", "similarity=flat");
        assertEquals(1, outcome.exitCode());
        assertEquals(0, outcome.rows().stream().filter(ChainRunTest::relative).count());
        assertFalse(all(outcome, "compare", "apart", "bridge").isEmpty());
        String reason = outcome.failures().get(0).get("reason");
        assertTrue(
                reason.matches(
                        "the rows of a space to compare must differ, but all \\d+ of '.*' are"
                                + " equal"),
                reason);
    }

    private static boolean relative(Row row) {
        return row.factors().get("bridge").equals("relative");
    }

    @Test
    void aMetricThatFailsIsARowOfFailuresAndTheRestGoesOn() throws IOException {
        world.trouble = () -> Tiny.refused("longer than what, it must say");
        RunOutcome outcome = world.run("out", 2, ALL, "kind=compare", "metrics=[apart, longer]");
        assertEquals(1, outcome.exitCode());
        assertFalse(all(outcome, "compare", "apart", "bridge").isEmpty());
        assertEquals("", all(outcome, "compare", "longer", "bridge"));
        assertEquals("longer than what, it must say", outcome.failures().get(0).get("reason"));
        List<String> lines = Files.readAllLines(world.path("out").resolve("failures.csv"));
        assertEquals(outcome.failures().size() + 1, lines.size());
        assertTrue(lines.get(1).endsWith(",\"longer than what, it must say\""), lines.get(1));
        assertTrue(outcome.sentence().contains("the first because longer than"));
    }

    @Test
    void whatFailedIsTriedAgain() throws IOException {
        AtomicInteger times = new AtomicInteger();
        world.trouble =
                () -> times.incrementAndGet() == 1 ? new IllegalStateException("once") : null;
        RunOutcome first = world.run("one", 1, ALL);
        assertEquals(
                "metric 'longer' failed in measure: IllegalStateException: once",
                first.failures().get(0).get("reason"));
        assertEquals(1, first.failures().size());
        RunOutcome second = world.run("two", 1, ALL);
        assertEquals(0, second.exitCode());
        world.run(world.request("three", 1, true), Run.quiet(Seed.of(1)), ALL);
        assertSame("two", "three");
    }

    @Test
    void aCancelKeepsWhatIsFinishedAndTheSameCommandGoesOn() throws IOException {
        AtomicInteger times = new AtomicInteger();
        world.trouble =
                () -> {
                    if (times.incrementAndGet() == 7) {
                        world.cancellation.cancel("enough");
                    }
                    return null;
                };
        RunOutcome cut = world.run("out", 1, ALL);
        assertEquals(End.CANCELLED, cut.end());
        assertEquals(130, cut.exitCode());
        assertTrue(cut.rows().size() > 6);
        assertEquals(
                cut.rows().size() + 1,
                Files.readAllLines(world.path("out").resolve("results.csv")).size());
        assertTrue(cut.sentence().startsWith("tiny ended early: enough; "), cut.sentence());
        world = new TinyWorld(root);
        RunOutcome whole = world.run("out", 3, ALL);
        assertEquals(End.DONE, whole.end());
        world.run(world.request("never-cut", 1, true), Run.quiet(Seed.of(1)), ALL);
        assertSame("never-cut", "out");
    }

    private static void replaceByAFile(Path folder, Path aside) {
        try {
            Files.move(folder, aside);
            Files.writeString(folder, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatTheMachineLacksEndsARunAndKeepsWhatIsFinished() throws IOException {
        AtomicInteger times = new AtomicInteger();
        Path cache = root.resolve("cache");
        Path aside = root.resolve("aside");
        world.trouble =
                () -> {
                    if (times.incrementAndGet() == 7) {
                        replaceByAFile(cache, aside);
                    }
                    return null;
                };
        UnavailableException lacking =
                assertThrows(UnavailableException.class, () -> world.run("out", 1, ALL));
        int rows = Files.readAllLines(world.path("out").resolve("results.csv")).size() - 1;
        assertTrue(rows > 6);
        assertTrue(lacking.getMessage().startsWith("the cache " + cache), lacking.getMessage());
        assertTrue(
                lacking.getMessage()
                        .endsWith(
                                "; %d rows kept in out, the same command with out=out goes on"
                                        .formatted(rows)),
                lacking.getMessage());
        Files.delete(cache);
        Files.move(aside, cache);
        world = new TinyWorld(root);
        assertEquals(End.DONE, world.run("out", 2, ALL).end());
    }

    /** Another process, which dies in the middle as if it were killed. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] args) {
            TinyWorld world = new TinyWorld(Path.of(args[0]));
            AtomicInteger times = new AtomicInteger();
            world.trouble =
                    () -> {
                        if (times.incrementAndGet() == 12) {
                            Runtime.getRuntime().halt(137);
                        }
                        return null;
                    };
            world.run("out", 2, ALL);
        }
    }

    @Test
    void aKilledRunIsGoneOnWithToTheSameBytes() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Killed.class.getName(), root.toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(137, process.exitValue());
        assertFalse(Files.exists(world.path("out").resolve("summary.md")));
        AtomicInteger measured = new AtomicInteger();
        world.trouble =
                () -> {
                    measured.incrementAndGet();
                    return null;
                };
        RunOutcome whole = world.run("out", 2, ALL);
        assertEquals(End.DONE, whole.end());
        int missing = measured.get();
        world.run(world.request("never-killed", 2, true), Run.quiet(Seed.of(1)), ALL);
        assertTrue(missing < measured.get() - missing, missing + " of " + measured);
        assertSame("never-killed", "out");
    }

    @Test
    void aMetricThatNeedsMoreSamplesIsRefusedBeforeAnythingIsTrained() {
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class, () -> world.run("out", 1, ALL, "data.test=1"));
        assertEquals(
                "tiny.yaml:11: the metric 'level' needs at least 2 test samples, heaps(test=1)"
                        + " has 1",
                refused.getMessage());
        assertEquals(List.of(), world.trainings);
        assertFalse(Files.exists(world.path("out")));
    }

    @Test
    void anchorsThatCannotBeChosenAreRefusedBeforeAnythingIsTrained() {
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> world.run("out", 1, ALL, "anchors.count=41"));
        assertEquals("setting anchors.count=41: count must be at most 40", refused.getMessage());
        assertEquals(List.of(), world.trainings);
        assertFalse(Files.exists(world.path("out")));
    }

    @Test
    void aMetricOfAnotherKindIsRefusedWithItsPlace() {
        assertEquals(
                "setting kind=compare: the metric 'level' measures one space",
                assertThrows(
                                InvalidInputException.class,
                                () -> world.run("out", 1, ALL, "kind=compare", "metrics=[level]"))
                        .getMessage()
                        .replaceFirst("^setting metrics=\\[level\\]", "setting kind=compare")
                        .replaceFirst(", which is for.*", ""));
        assertEquals(
                "tiny.yaml:1: the kind describe needs a metric that measures one space; 'metrics'"
                        + " has none",
                assertThrows(
                                InvalidInputException.class,
                                () -> world.run("out", 1, ALL, "metrics=[apart, wrong]"))
                        .getMessage());
    }

    @Test
    void anOptionThatIsWrongIsRefusedInThePluginsWordsWithItsPlace() {
        assertEquals(
                "setting networks.a.steps=0: rotor: steps must be at least 1, not 0",
                assertThrows(
                                InvalidInputException.class,
                                () ->
                                        world.parts()
                                                .makeAll(
                                                        RequiredPlugins.of(
                                                                TinyWorld.define(
                                                                        ALL,
                                                                        "networks.a.steps=0"))))
                        .getMessage());
        assertEquals(
                "tiny.yaml:9: unknown similarity 'produkt'; did you mean 'product'? there are"
                        + " flat, product, slope, steep, twice",
                assertThrows(
                                InvalidInputException.class,
                                () ->
                                        world.parts()
                                                .makeAll(
                                                        RequiredPlugins.of(
                                                                TinyWorld.define(
                                                                        ALL.replace(
                                                                                "product",
                                                                                "produkt")))))
                        .getMessage());
    }

    /** Else nobody could tell a duration from one with networks out of the cache. */
    @Test
    void provenanceTellsWhatWasComputedAndWhatCached() throws IOException {
        world.run("first", 1, ALL, "width=2");
        Map<String, Double> first = numbers("first");
        assertTrue(first.get("cells_computed") > 0);
        assertEquals(0, first.get("cells_cached"));
        assertTrue(first.get("networks_trained") > 0);
        assertEquals(0, first.get("networks_cached"));
        assertTrue(first.get("wall_seconds") >= 0);

        world.run("again", 1, ALL, "width=2");
        Map<String, Double> again = numbers("again");
        assertEquals(0, again.get("cells_computed"));
        assertEquals(first.get("cells_computed"), again.get("cells_cached"));
        assertEquals(0, again.get("networks_trained"));
        assertEquals(first.get("networks_trained"), again.get("networks_cached"));
    }

    private Map<String, Double> numbers(String folder) throws IOException {
        Map<String, Double> numbers = new TreeMap<>();
        JsonParser.parseString(Files.readString(world.path(folder).resolve("provenance.json")))
                .getAsJsonObject()
                .asMap()
                .forEach(
                        (name, value) -> {
                            if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
                                numbers.put(name, value.getAsDouble());
                            }
                        });
        return numbers;
    }

    @Test
    void theFolderHoldsWhatWasRunAndWithWhat() throws IOException {
        RunOutcome outcome = world.run(null, 1, ALL, "width=2");
        Path folder = outcome.folder();
        assertTrue(
                folder.getFileName().toString().matches("tiny-20260102-030405-[0-9a-f]{8}"),
                folder.toString());
        assertEquals(folder.toRealPath(), root.resolve("runs").resolve("latest").toRealPath());
        String provenance = Files.readString(folder.resolve("provenance.json"));
        assertTrue(provenance.contains("\"state\": \"finished\""), provenance);
        assertTrue(provenance.contains("\"home/tiny.yaml\""), provenance);
        assertTrue(provenance.contains("\"checksum of heaps\""), provenance);
        assertTrue(provenance.contains("\"fingers\": \"ten\""), provenance);
        assertFalse(provenance.contains(root.toString()), provenance);
        assertEquals(
                TinyWorld.define(ALL, "width=2").plain(),
                TinyWorld.define(Files.readString(folder.resolve("experiment.yaml"))).plain());
        String rows = outcome.rows().size() + " rows\n";
        assertEquals(rows, outcome.summary());
        assertEquals(
                "tiny: " + rows.strip() + " in runs/" + folder.getFileName(), outcome.sentence());
        List<String> details = Files.readAllLines(folder.resolve("details.csv"));
        assertTrue(
                details.stream().anyMatch(line -> line.endsWith(",compare,shift,pairs,4.0")),
                details.toString());
        assertTrue(details.stream().anyMatch(line -> line.endsWith(",describe,level,rows,20.0")));
        List<String> training = Files.readAllLines(folder.resolve("training.csv"));
        assertEquals(
                "dataset,architecture,network,seed,width,decoder_of,through,epoch,train_loss,"
                        + "validation_loss",
                training.get(0));
        assertTrue(
                training.contains("heaps,rotor,a,1,2,product to draw(count=4),,1,0.5,"),
                training.toString());
    }

    @Test
    void aReporterThatFailsLosesNoRow() throws IOException {
        world.reporter(
                "pictures",
                (report, folder) -> {
                    throw new IOException("no ink");
                });
        RunOutcome outcome = world.run("out", 1, ALL, "width=2");
        assertEquals(1, outcome.exitCode());
        assertEquals(
                "the reporter 'pictures' failed: no ink", outcome.failures().get(0).get("reason"));
        assertTrue(Files.exists(world.path("out").resolve("summary.md")));
    }

    @Test
    void withoutBridgesThereAreTheNetworksAlone() {
        RunOutcome outcome =
                world.run(
                        "out",
                        1,
                        ALL,
                        "kind=stitch",
                        "metrics=wrong",
                        "bridges=[]",
                        "controls=[own, own-relative]",
                        "seeds=1",
                        "width=2");
        assertEquals(
                "a own; b own; a own-relative; b own-relative",
                all(outcome, "stitch", "wrong", "source", "bridge"));
    }

    @Test
    void aSingleNetworkHasNobodyToMeet() {
        assertEquals(
                "tiny.yaml:1: compare needs two trained networks that meet, there is a(1); give"
                        + " several 'seeds', a second network, or another 'between'",
                assertThrows(
                                InvalidInputException.class,
                                () ->
                                        world.run(
                                                "out",
                                                1,
                                                ALL.replace(", b: rotor(steps=2)", ""),
                                                "seeds=1",
                                                "width=2"))
                        .getMessage());
    }

    @Test
    void anchorsAreTheSameForAllNetworksThatMeet() {
        RunOutcome one = world.run("one", 1, ALL, "kind=compare", "metrics=longer", "width=2");
        assertTrue(
                one.rows().stream()
                        .filter(row -> of(row, "bridge").equals("relative"))
                        .allMatch(row -> of(row, "anchor_seed").equals("1")));
        RunOutcome repeated =
                world.run(
                        "two",
                        1,
                        ALL,
                        "kind=compare",
                        "metrics=longer",
                        "width=2",
                        "between=same-seed");
        assertEquals(
                "a 1 b 1 1; a 2 b 2 2; b 1 a 1 1; b 2 a 2 2",
                repeated.rows().stream()
                        .filter(row -> of(row, "bridge").equals("relative"))
                        .map(
                                row ->
                                        of(
                                                row,
                                                "source",
                                                "source_seed",
                                                "target",
                                                "target_seed",
                                                "anchor_seed"))
                        .collect(Collectors.joining("; ")));
    }

    @Test
    void ofSeveralDatasetsAnAbsentOneHasRowsThatSayWhy() throws IOException {
        RunOutcome outcome =
                world.run(
                        "out",
                        1,
                        ALL,
                        "data=[nowhere, heaps]",
                        "width=2",
                        "kind=stitch",
                        "metrics=wrong");
        assertEquals(End.DONE, outcome.end());
        assertEquals(0, outcome.exitCode());
        List<Row> absent =
                outcome.rows().stream()
                        .filter(row -> of(row, "dataset").equals("nowhere"))
                        .toList();
        assertEquals(outcome.rows().size(), 2 * absent.size());
        for (Row row : absent) {
            assertTrue(Double.isNaN(row.value()));
            assertEquals(Tiny.Absent.WHY, of(row, "note"));
        }
        assertFalse(Files.readString(world.path("out/training.csv")).contains("nowhere"));
        assertFalse(Files.readString(world.path("out/provenance.json")).contains("\"nowhere\""));
    }

    @Test
    void withoutAnyDatasetThereIsNoRun() {
        UnavailableException lacking =
                assertThrows(
                        UnavailableException.class,
                        () -> world.run("out", 1, ALL, "data=[nowhere]", "width=2"));
        assertEquals(Tiny.Absent.WHY, lacking.getMessage());
        assertFalse(Files.exists(world.path("out")));
    }
}
