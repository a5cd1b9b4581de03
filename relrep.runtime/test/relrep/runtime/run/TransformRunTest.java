package relrep.runtime.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.experiment.Row;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.runtime.experiment.RunOutcome;
import relrep.workbench.plugins.Kind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** The keys {@code transform} and {@code relative-transform}. */
class TransformRunTest {
    private static final String EXPERIMENT =
            """
            name: tiny
            kind: [describe, compare, stitch]
            data: heaps
            networks: {a: rotor, b: rotor(steps=2)}
            width: 2
            seeds: [1]
            anchors: draw(count=4)
            similarity: product
            bridges: [absolute, shift, relative]
            metrics: [level, apart, wrong]
            """;

    @TempDir private Path root;

    private final List<Space> training = Collections.synchronizedList(new ArrayList<>());
    private TinyWorld world;

    /** Applies a function to each number; the first column alone is kept where it narrows. */
    private record Each(DoubleUnaryOperator there, Optional<DoubleUnaryOperator> back, int width)
            implements FittedTransform {
        @Override
        public Matrix apply(Matrix latents) {
            float[] values = new float[latents.rows() * width];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) there.applyAsDouble(latents.get(i / width, i % width));
            }
            return Matrix.of(latents.rows(), width, values);
        }

        @Override
        public Optional<FittedTransform> inverse() {
            return back.map(undo -> new Each(undo, Optional.of(there), width));
        }
    }

    private Transform each(DoubleUnaryOperator there, DoubleUnaryOperator back, int most) {
        return (Space space, Run run) -> {
            training.add(space);
            return new Each(there, Optional.ofNullable(back), Math.min(most, space.width()));
        };
    }

    @BeforeEach
    void open() {
        world = new TinyWorld(root);
        world.plugin(Kind.TRANSFORM, "tripled", each(z -> 3 * z, z -> z / 3, 99));
        world.plugin(Kind.TRANSFORM, "unsigned", each(Math::abs, null, 99));
        world.plugin(Kind.TRANSFORM, "first", each(z -> z, null, 1));
    }

    private static List<Row> rows(RunOutcome outcome, String bridge, String metric) {
        return outcome.rows().stream()
                .filter(row -> row.factors().get("bridge").equals(bridge))
                .filter(row -> row.metric().equals(metric))
                .toList();
    }

    private static double value(RunOutcome outcome, String bridge, String metric) {
        return rows(outcome, bridge, metric).get(0).value();
    }

    private static double level(RunOutcome outcome, String source) {
        return rows(outcome, "", "level").stream()
                .filter(row -> row.factors().get("source").equals(source))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static void assertRatio(
            double ratio, RunOutcome plain, RunOutcome other, String bridge, String metric) {
        double expected = ratio * value(plain, bridge, metric);
        assertEquals(expected, value(other, bridge, metric), 1e-5 * expected, bridge);
    }

    /** A metric of squares grows by nine, and a product of two latents by nine as well. */
    @Test
    void latentsAreTransformedBeforeTheyAreComparedAndUndoneBeforeTheyAreDecoded() {
        RunOutcome plain = world.run("plain", 2, EXPERIMENT);
        RunOutcome tripled = world.run("tripled", 2, EXPERIMENT, "transform=tripled");
        assertEquals(0, tripled.exitCode());
        assertRatio(9, plain, tripled, "absolute", "apart");
        assertRatio(9, plain, tripled, "shift", "apart");
        assertRatio(81, plain, tripled, "relative", "apart");
        assertEquals(3 * level(plain, "a"), level(tripled, "a"), 1e-5);
        assertEquals(level(plain, "original"), level(tripled, "original"));
        for (String bridge : List.of("absolute", "shift", "own", "relative", "own-relative")) {
            assertRatio(1, plain, tripled, bridge, "wrong");
        }
    }

    @Test
    void relativeVectorsAreTransformedForTheDecoderAsWell() {
        RunOutcome plain = world.run("plain", 2, EXPERIMENT);
        RunOutcome tripled = world.run("tripled", 2, EXPERIMENT, "relative-transform=[tripled]");
        assertEquals(0, tripled.exitCode());
        assertRatio(1, plain, tripled, "absolute", "apart");
        assertRatio(1, plain, tripled, "absolute", "wrong");
        assertRatio(9, plain, tripled, "relative", "apart");
        assertRatio(1, plain, tripled, "relative", "wrong");
        Row row = rows(tripled, "relative", "wrong").get(0);
        assertEquals("tripled", row.factors().get("relative_transform"));
        assertFalse(
                rows(tripled, "absolute", "apart")
                        .get(0)
                        .factors()
                        .containsKey("relative_transform"));
    }

    @Test
    void theyAreFittedOnTrainingLatentsOnceForEachNetwork() {
        world.run("out", 2, EXPERIMENT, "transform=[tripled, unsigned]");
        assertEquals(4, training.size(), "two transforms of two networks");
        for (Space space : training) {
            assertEquals(40, space.size(), "training samples");
        }
    }

    /** The decoder takes latents as they are, and they cannot be had back. */
    @Test
    void whatCannotBeUndoneIsARowWithANote() {
        RunOutcome outcome = world.run("out", 2, EXPERIMENT, "transform=[tripled, unsigned]");
        assertEquals(0, outcome.exitCode());
        for (String bridge : List.of("absolute", "shift")) {
            Row row = rows(outcome, bridge, "wrong").get(0);
            assertTrue(Double.isNaN(row.value()), row.toString());
            assertEquals(
                    "the decoder of b(1) takes latents as they are, and unsigned cannot be undone",
                    row.factors().get("note"));
            assertEquals("tripled+unsigned", row.factors().get("transform"));
        }
        assertTrue(Double.isFinite(value(outcome, "relative", "wrong")));
        assertTrue(Double.isFinite(value(outcome, "own", "wrong")));
    }

    /** Tiny's chance level is the number of rows and the width. */
    @Test
    void theChanceLevelIsThatOfTheWidthsThatAreCompared() {
        RunOutcome one =
                world.run("one", 2, EXPERIMENT, "transform=first", "kind=compare", "metrics=apart");
        assertEquals(
                List.of(21.0, 24.0),
                rows(one, "chance", "apart").stream().map(Row::value).toList());
        RunOutcome two =
                world.run(
                        "two",
                        2,
                        EXPERIMENT,
                        "relative-transform=first",
                        "kind=compare",
                        "metrics=apart");
        assertEquals(
                List.of(22.0, 21.0),
                rows(two, "chance", "apart").stream().map(Row::value).toList());
    }

    /** Transforms make widths equal, or unequal. */
    @Test
    void widthsAreThoseAfterTheTransforms() {
        String text = EXPERIMENT.replace("b: rotor(steps=2)", "b: {architecture: rotor, width: 3}");
        RunOutcome plain = world.run("plain", 2, text, "kind=compare", "metrics=apart");
        assertEquals(
                "shift needs equal widths, a(1) has 2 and b(1) 3",
                rows(plain, "shift", "apart").get(0).factors().get("note"));
        RunOutcome first =
                world.run("first", 2, text, "kind=compare", "metrics=apart", "transform=first");
        assertTrue(Double.isFinite(value(first, "shift", "apart")));
    }

    @Test
    void aListOfListsIsASweepAndNetworksAreTrainedOnce() {
        world.run("plain", 2, EXPERIMENT, "kind=compare", "metrics=apart");
        int trained = world.trainings.size();
        RunOutcome swept =
                world.run(
                        "swept",
                        2,
                        EXPERIMENT,
                        "kind=compare",
                        "metrics=apart",
                        "transform=[[], [tripled], [tripled, unsigned]]");
        assertEquals(trained, world.trainings.size());
        List<String> found = new ArrayList<>();
        for (Row row : rows(swept, "absolute", "apart")) {
            found.add(row.factors().getOrDefault("transform", ""));
        }
        assertEquals(
                List.of("", "", "tripled", "tripled", "tripled+unsigned", "tripled+unsigned"),
                found);
    }

    /** A result is read from the cache only where everything that it depends on is the same. */
    @Test
    void theCacheKnowsTransforms() {
        world.run("plain", 2, EXPERIMENT);
        int trained = world.trainings.size();
        world.run("relative", 2, EXPERIMENT, "relative-transform=tripled");
        assertEquals(trained + 2, world.trainings.size(), "decoders of relative latents alone");
        world.run("latents", 2, EXPERIMENT, "transform=tripled");
        assertEquals(trained + 4, world.trainings.size(), "decoders of relative latents alone");
        int fits = training.size();
        world.run("again", 2, EXPERIMENT, "transform=tripled");
        assertEquals(fits, training.size(), "every row is kept");
        assertEquals(trained + 4, world.trainings.size());
    }

    /** A network that is trained through similarities knows no transforms. */
    @Test
    void endToEndStaysAsItIs() {
        String[] plain = {"similarity=slope", "bridges=[relative-end-to-end]"};
        RunOutcome before = world.run("plain", 2, EXPERIMENT, plain);
        RunOutcome after =
                world.run(
                        "after",
                        2,
                        EXPERIMENT,
                        plain[0],
                        plain[1],
                        "transform=tripled",
                        "relative-transform=tripled");
        assertEquals(
                rows(before, "relative-end-to-end", "wrong"),
                rows(after, "relative-end-to-end", "wrong"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "transform=trippled|unknown transform 'trippled'; did you mean 'tripled'?",
                "transform={a: 1}|'transform' must be a text, not",
                "transform=[[tripled], [tripled]]|'transform' gives",
            })
    void whatIsWrittenWrongIsRefusedWithItsPlace(String setting, String sentence) {
        String refusal =
                assertThrows(
                                InvalidInputException.class,
                                () -> world.run("out", 2, EXPERIMENT, setting))
                        .getMessage();
        assertTrue(refusal.contains(sentence), refusal);
    }
}
