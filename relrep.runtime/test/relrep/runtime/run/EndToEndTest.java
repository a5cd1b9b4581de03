package relrep.runtime.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.experiment.Row;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunOutcome.End;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tests networks trained through a similarity, in chains. */
class EndToEndTest {
    private static final String THROUGH =
            """
            name: tiny
            kind: stitch
            data: heaps
            networks: {a: rotor, b: rotor(steps=2)}
            width: 2
            seeds: 1
            anchors: draw(count=4)
            similarity: slope
            bridges: relative-end-to-end
            metrics: wrong
            controls: [own, own-relative-end-to-end]
            """;

    private static final String ONCE = "network through 4, every 1, false";

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

    private static String all(RunOutcome outcome, String... columns) {
        return outcome.rows().stream()
                .map(row -> of(row, columns))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private Map<String, Long> trainings() {
        return world.trainings.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void pairsAndOwnRowsSayWhatWasHeld() {
        RunOutcome outcome = world.run("out", 2, THROUGH);
        assertEquals(End.DONE, outcome.end());
        assertEquals(0, outcome.exitCode());
        assertEquals(
                "a a own; b b own; "
                        + "a a 4 own-relative-end-to-end slope draw(count=4) 1; "
                        + "b b 4 own-relative-end-to-end slope draw(count=4) 1; "
                        + "a b 4 relative-end-to-end slope draw(count=4) 1; "
                        + "b a 4 relative-end-to-end slope draw(count=4) 1",
                all(
                        outcome,
                        "source",
                        "target",
                        "anchors",
                        "bridge",
                        "similarity",
                        "selector",
                        "anchor_seed"));
        outcome.rows().forEach(row -> assertTrue(Double.isFinite(row.value()), row.toString()));
    }

    @Test
    void eachNetworkIsTrainedOnceForItsAnchorsSimilarityAndSteps() {
        world.run(
                "out",
                3,
                THROUGH,
                "kind=[describe, compare, stitch]",
                "similarity=[slope, steep]",
                "bridges=[absolute, relative, relative-end-to-end,"
                        + " \"relative-end-to-end(every=3, normalised=true)\"]",
                "metrics=[level, longer, wrong]");
        assertEquals(
                Map.of(
                        "network",
                        2L,
                        "decoder",
                        4L,
                        ONCE,
                        4L,
                        "network through 4, every 3, true",
                        4L),
                trainings());
    }

    @Test
    void anotherRunTakesThemFromTheCacheWithTheSameBytes() throws IOException {
        world.run("one", 2, THROUGH, "metrics=wrong");
        assertEquals(Map.of("network", 2L, ONCE, 2L), trainings());
        world.trainings.clear();
        world.run(
                "two",
                2,
                THROUGH,
                "metrics=wrong",
                "kind=[compare, stitch]",
                "metrics=[longer, wrong]");
        assertEquals(Map.of(), trainings());
        world.run("again", 1, THROUGH, "metrics=wrong");
        world.run(world.request("fresh", 3, true), Run.quiet(Seed.of(9)), THROUGH);
        for (String file : List.of("results.csv", "training.csv", "summary.md")) {
            byte[] one = Files.readAllBytes(world.path("one").resolve(file));
            assertArrayEquals(one, Files.readAllBytes(world.path("again").resolve(file)), file);
            assertArrayEquals(one, Files.readAllBytes(world.path("fresh").resolve(file)), file);
        }
    }

    @Test
    void otherAnchorsTrainOthersAndAbsoluteNetworksStay() {
        world.run("one", 1, THROUGH);
        world.trainings.clear();
        world.run("two", 1, THROUGH, "anchor-seeds=5");
        assertEquals(Map.of(ONCE, 2L), trainings());
        world.trainings.clear();
        world.run("three", 1, THROUGH, "anchors.count=5");
        assertEquals(Map.of("network through 5, every 1, false", 2L), trainings());
        world.trainings.clear();
        world.run("four", 1, THROUGH, "similarity=steep");
        assertEquals(Map.of(ONCE, 2L), trainings());
    }

    @Test
    void widthsNeedNotAgree() {
        RunOutcome outcome =
                world.run("out", 1, THROUGH, "networks.b={architecture: rotor, width: 3}");
        assertEquals(
                "2 2 own; 3 3 own; 2 2 own-relative-end-to-end; 3 3 own-relative-end-to-end;"
                        + " 2 3 relative-end-to-end; 3 2 relative-end-to-end",
                all(outcome, "width", "target_width", "bridge"));
        assertEquals(0, outcome.exitCode());
    }

    @Test
    void spacesOfSuchNetworksAreComparedAndDescribed() {
        RunOutcome outcome =
                world.run(
                        "out",
                        2,
                        THROUGH,
                        "kind=[describe, compare]",
                        "bridges=[absolute, relative, relative-end-to-end]",
                        "metrics=[level, apart]",
                        "controls=[chance]");
        assertEquals(
                "describe a; describe b; describe a slope; describe b slope; "
                        + "describe a relative-end-to-end slope; "
                        + "describe b relative-end-to-end slope; "
                        + "compare a b absolute; compare b a absolute; "
                        + "compare a b relative slope; compare b a relative slope; "
                        + "compare a b relative-end-to-end slope; "
                        + "compare b a relative-end-to-end slope; "
                        + "compare chance; compare chance slope",
                all(outcome, "kind", "source", "target", "bridge", "similarity"));
    }

    @Test
    void classifiersAreTrainedThroughItToo() {
        RunOutcome outcome = world.run("out", 1, THROUGH, "objective=classify", "metrics=right");
        assertEquals(0, outcome.exitCode());
        assertEquals(6, outcome.rows().size());
        outcome.rows().forEach(row -> assertTrue(row.value() >= 0 && row.value() <= 1));
    }

    @Test
    void eachWayOfTrainingHasItsOwnRow() {
        RunOutcome outcome =
                world.run(
                        "out",
                        1,
                        THROUGH,
                        "bridges=[relative-end-to-end, relative-end-to-end(every=2)]",
                        "controls=own-relative-end-to-end");
        assertEquals(
                "own-relative-end-to-end; own-relative-end-to-end(every=2);"
                        + " relative-end-to-end; relative-end-to-end(every=2)",
                all(outcome, "bridge"));
    }

    /** That network is trained first, with a decoder of latents. */
    @Test
    void anchorsMayBeChosenInANetworksLatents() {
        RunOutcome outcome = world.run("out", 2, THROUGH, "anchors-in=a", "controls=[]");
        assertEquals(0, outcome.exitCode());
        assertEquals(Map.of("network", 1L, ONCE, 2L), trainings());
        assertEquals(List.of(2), world.drawnFrom.stream().map(space -> space.width()).toList());
    }

    @Test
    void lossesSayThroughWhatTheyWere() throws IOException {
        world.run("out", 1, THROUGH, "controls=own", "bridges=relative-end-to-end(every=2)");
        List<String> lines = Files.readAllLines(world.path("out").resolve("training.csv"));
        assertEquals(5, lines.size());
        assertTrue(
                lines.get(3).contains(",slope to draw(count=4) every 2 steps,"),
                () -> lines.toString());
    }

    private String refusal(String... settings) {
        String sentence =
                assertThrows(
                                InvalidInputException.class,
                                () -> world.run("refused", 1, THROUGH, settings))
                        .getMessage();
        assertEquals(List.of(), world.trainings);
        assertFalse(Files.exists(world.path("refused")));
        return sentence;
    }

    @Test
    void whatCannotBeIsRefusedBeforeAnythingIsTrained() {
        assertEquals(
                "setting similarity=product: relative-end-to-end trains networks through the"
                        + " similarity, so that must be differentiable, and 'product' is not;"
                        + " cosine, robust-cosine and euclidean are",
                refusal("similarity=product"));
        assertEquals(
                "setting anchors=middles: networks are trained through anchors that are samples,"
                        + " such as those of random; 'middles' takes the means of several",
                refusal("anchors=middles"));
        assertEquals(
                "setting bridges=relative-end-to-end(every=0): relative-end-to-end: every must be"
                        + " at least 1, not 0",
                refusal("bridges=relative-end-to-end(every=0)"));
    }

    @Test
    void anArchitectureThatDoesNotHearOfItSaysSo() {
        RunOutcome outcome = world.run("out", 1, THROUGH, "networks.b.deaf=true");
        assertEquals(1, outcome.exitCode());
        assertEquals(
                List.of(
                        "the architecture 'rotor(steps=2, deaf=true)' cannot be trained through a"
                                + " similarity: the decoder of the network that it made takes"
                                + " latents"),
                outcome.failures().stream().map(one -> one.get("reason")).distinct().toList());
    }
}
