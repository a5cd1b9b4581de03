package relrep.runtime.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.experiment.Experiment;
import relrep.api.experiment.Row;
import relrep.api.report.Reporter;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.counterexample.BadNetworks;
import relrep.api.tck.counterexample.BadPenalties;
import relrep.api.tck.counterexample.BadPlugins;
import relrep.api.tck.counterexample.BadPlugins.Bad;
import relrep.api.tck.counterexample.BadTransforms;
import relrep.runtime.experiment.RunOutcome;
import relrep.workbench.contract.CheckedPlugin;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that a plugin that breaks its contract gives failed rows, and that all other rows are
 * unchanged.
 */
@Tag("slow")
class BadPluginsRunTest {
    private static final String GOOD =
            """
            name: tiny
            kind: [describe, compare, stitch]
            data: heaps
            networks: {a: rotor, b: rotor(steps=2)}
            width: 2
            anchors: draw(count=4)
            similarity: product
            bridges: [absolute, shift, relative]
            metrics: [level, apart, longer, wrong]
            """;

    @TempDir private Path root;

    @TestFactory
    Stream<DynamicTest> similarities() {
        return tests(
                BadPlugins.similarities(),
                Kind.SIMILARITY,
                "similarity: product",
                "similarity: [product, bad]");
    }

    @TestFactory
    Stream<DynamicTest> maps() {
        return tests(BadPlugins.maps(), Kind.ALIGNER, "shift, ", "shift, bad, ");
    }

    @TestFactory
    Stream<DynamicTest> fits() {
        return tests(BadPlugins.fits(), Kind.ALIGNER, "shift, ", "shift, bad, ");
    }

    @TestFactory
    Stream<DynamicTest> transforms() {
        return tests(
                Stream.concat(BadTransforms.images().stream(), BadTransforms.fits().stream())
                        .toList(),
                Kind.TRANSFORM,
                "similarity: product",
                "similarity: product\ntransform: [[], [bad]]");
    }

    @TestFactory
    Stream<DynamicTest> selectors() {
        return tests(
                BadPlugins.selectors(),
                Kind.ANCHOR_SELECTOR,
                "anchors: draw(count=4)",
                "anchors: [draw(count=4), bad]");
    }

    @TestFactory
    Stream<DynamicTest> metricsOfTwoSpaces() {
        return tests(BadPlugins.pairMetrics(), Kind.METRIC, "longer, ", "longer, bad, ");
    }

    @TestFactory
    Stream<DynamicTest> metricsOfOneSpace() {
        return tests(BadPlugins.spaceMetrics(), Kind.METRIC, "longer, ", "longer, bad, ");
    }

    @TestFactory
    Stream<DynamicTest> metricsOfOutputs() {
        return tests(BadPlugins.outputMetrics(), Kind.METRIC, "longer, ", "longer, bad, ");
    }

    @TestFactory
    Stream<DynamicTest> datasets() {
        return tests(BadPlugins.datasets(), Kind.DATASET, "data: heaps", "data: [heaps, bad]");
    }

    @TestFactory
    Stream<DynamicTest> architectures() {
        return tests(
                BadNetworks.all(), Kind.ARCHITECTURE, "rotor(steps=2)}", "rotor(steps=2), c: bad}");
    }

    @TestFactory
    Stream<DynamicTest> penalties() {
        return tests(
                BadPenalties.all(),
                Kind.PENALTY,
                "rotor(steps=2)}",
                "rotor(steps=2), c: {architecture: rotor, penalties: bad}}");
    }

    private <T> Stream<DynamicTest> tests(
            List<Bad<T>> plugins, Kind kind, String good, String bad) {
        TinyWorld world = new TinyWorld(root.resolve("good"));
        List<String> expected = rows(world.run("out", 2, GOOD));
        assertFalse(expected.isEmpty());
        return plugins.stream()
                .map(
                        one ->
                                DynamicTest.dynamicTest(
                                        one.what(),
                                        () -> fails(one, kind, GOOD.replace(good, bad), expected)));
    }

    private void fails(Bad<?> bad, Kind kind, String experiment, List<String> expected)
            throws IOException {
        TinyWorld world = new TinyWorld(root.resolve(bad.what()));
        world.plugin(kind, "bad", bad.plugin());
        RunOutcome outcome = world.run("out", 2, experiment);
        assertEquals(1, outcome.exitCode());
        List<String> reasons = outcome.failures().stream().map(one -> one.get("reason")).toList();
        assertTrue(
                reasons.stream().anyMatch(reason -> reason.matches(bad.sentence())),
                () -> "none of %s is %s".formatted(reasons, bad.sentence()));
        assertEquals(
                List.of(), expected.stream().filter(row -> !rows(outcome).contains(row)).toList());
        String file = Files.readString(world.path("out").resolve("failures.csv"));
        assertEquals(reasons.size() + 1, file.lines().count());
    }

    /** Rows with their values; what only the length of a sweep changes is left out. */
    private static List<String> rows(RunOutcome outcome) {
        return outcome.rows().stream()
                .map(
                        row ->
                                row.metric()
                                        + " "
                                        + row.value()
                                        + " "
                                        + Stream.of("kind", "source", "target", "bridge", "anchors")
                                                .map(name -> row.factors().get(name))
                                                .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void aDatasetThatIsAloneAndBrokenIsAFailedRowToo() {
        TinyWorld world = new TinyWorld(root.resolve("alone"));
        world.plugin(Kind.DATASET, "bad", BadPlugins.datasets().get(0).plugin());
        RunOutcome outcome = world.run("out", 1, GOOD.replace("heaps", "bad"));
        assertEquals(1, outcome.exitCode());
        assertEquals(List.of(), outcome.rows());
        assertEquals(
                "dataset 'bad': load must return a split, not null",
                outcome.failures().get(0).get("reason"));
    }

    @Test
    void whatFailedIsNotKept() {
        TinyWorld world = new TinyWorld(root.resolve("again"));
        Bad<?> bad = BadPlugins.pairMetrics().get(0);
        world.plugin(Kind.METRIC, "bad", bad.plugin());
        String experiment = GOOD.replace("longer, ", "longer, bad, ");
        assertEquals(1, world.run("one", 1, experiment).exitCode());
        assertEquals(1, world.run("two", 1, experiment).exitCode());
    }

    @Test
    void aReporterThatThrowsAnErrorLosesNoRow() {
        TinyWorld world = new TinyWorld(root.resolve("reporter"));
        Reporter deep =
                (report, folder) -> {
                    throw new StackOverflowError();
                };
        world.reporter("deep", deep);
        RunOutcome outcome = world.run("out", 1, GOOD);
        assertEquals(1, outcome.exitCode());
        assertEquals(
                "reporter 'deep' failed in write: StackOverflowError",
                outcome.failures().get(0).get("reason"));
    }

    @TestFactory
    Stream<DynamicTest> experiments() {
        Row good = new Row(Map.of("dataset", "x"), "m", 1, new float[0]);
        Map<String, Experiment> bad =
                Map.of(
                        "experiment 'bad': run must give rows, not null",
                        giving(good, null),
                        "experiment 'bad': run must give rows that name their metric, not ''",
                        giving(good, new Row(Map.of(), "", 1, new float[0])),
                        "experiment 'bad' failed in run: AssertionError: cannot be",
                        (places, rows, run) -> {
                            rows.accept(good);
                            throw new AssertionError("cannot be");
                        });
        Function<Map.Entry<String, Experiment>, DynamicTest> test =
                one -> DynamicTest.dynamicTest(one.getKey(), () -> ends(one));
        return bad.entrySet().stream().map(test);
    }

    private static Experiment giving(Row first, Row second) {
        return (places, rows, run) -> {
            rows.accept(first);
            try {
                rows.accept(second);
            } catch (RuntimeException swallowed) {
                run.note("goes on");
            }
        };
    }

    private void ends(Map.Entry<String, Experiment> bad) {
        TinyWorld world = new TinyWorld(root.resolve("e" + bad.getKey().hashCode()));
        RunOutcome outcome =
                new ExperimentRun(
                                world,
                                world.request("out", 1, false),
                                world.cancellation,
                                Optional::empty)
                        .run(
                                Expression.of("bad"),
                                CheckedPlugin.of(Experiment.class, "bad", bad.getValue()),
                                Run.quiet(Seed.of(1)));
        assertEquals(1, outcome.exitCode());
        assertEquals(1, outcome.rows().size());
        assertEquals(bad.getKey(), outcome.failures().get(0).get("reason"));
    }
}
