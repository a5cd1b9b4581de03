package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.AlignmentState;
import relrep.api.alignment.MapFamily;
import relrep.api.data.Anchors;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.plugin.Invariance;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.similarity.Similarity;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.api.transform.TransformState;
import relrep.workbench.plugins.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The option {@code --transform}, with spaces of one coordinate and maps that change nothing. */
class TransformOptionTest {
    private static final String SHIFT = "shift";

    @TempDir Path folder;

    private final List<Space> training = new ArrayList<>();
    private final List<AlignmentProblem> problems = new ArrayList<>();
    private Typed typed;

    /** Subtracts the smallest training value. */
    private final class FromSmallest implements Transform {
        @Override
        public FittedTransform fit(Space space, Run run) {
            training.add(space);
            float smallest = Float.POSITIVE_INFINITY;
            for (float value : space.latents().toArray()) {
                smallest = Math.min(smallest, value);
            }
            return new Shifted(-smallest);
        }

        @Override
        public FittedTransform restore(TransformState state) {
            return new Shifted(state.tensors().get(SHIFT).get(0, 0));
        }
    }

    private record Shifted(float by) implements FittedTransform {
        @Override
        public Matrix apply(Matrix latents) {
            if (latents.cols() != 1) {
                throw new InvalidInputException("1 coordinate, not " + latents.cols());
            }
            float[] values = latents.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] += by;
            }
            return Matrix.of(values.length, 1, values);
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public Optional<FittedTransform> inverse() {
            return Optional.of(new Shifted(-by));
        }

        @Override
        public Optional<TransformState> state() {
            return Optional.of(
                    new TransformState(Map.of(SHIFT, Matrix.of(1, 1, by)), Map.of(), Map.of()));
        }
    }

    /** Drops signs, which nothing brings back. */
    private record Unsigned(Supplier<Optional<TransformState>> kept)
            implements Transform, FittedTransform {
        @Override
        public FittedTransform fit(Space space, Run run) {
            return this;
        }

        @Override
        public FittedTransform restore(TransformState state) {
            return this;
        }

        @Override
        public Matrix apply(Matrix latents) {
            float[] values = latents.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.abs(values[i]);
            }
            return Matrix.of(values.length, 1, values);
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public Optional<TransformState> state() {
            return kept.get();
        }
    }

    /** Keeps its problems, and maps nothing. */
    private final class Same implements Aligner, Alignment {
        @Override
        public Alignment fit(AlignmentProblem problem, Run run) {
            problems.add(problem);
            return this;
        }

        @Override
        public Alignment restore(AlignmentState state) {
            return this;
        }

        @Override
        public Matrix apply(Matrix latents) {
            return latents;
        }

        @Override
        public Map<String, Double> diagnostics() {
            return Map.of("residual", 0.0);
        }

        @Override
        public Optional<Alignment> inverse() {
            return Optional.of(this);
        }

        @Override
        public Optional<AlignmentState> state() {
            return Optional.of(
                    new AlignmentState(
                            Map.of("weight", Matrix.of(1, 1, 1)), Map.of(), diagnostics()));
        }

        @Override
        public Set<MapFamily> recovers() {
            return Set.of();
        }

        @Override
        public boolean readsAnchorsAlone() {
            return true;
        }

        @Override
        public boolean acceptsUnequalWidths() {
            return false;
        }
    }

    /** Products of one coordinate. */
    private static final class Products implements Similarity {
        @Override
        public Matrix compare(Matrix points, Matrix anchors) {
            float[] values = new float[points.rows() * anchors.rows()];
            for (int i = 0; i < values.length; i++) {
                values[i] = points.get(i / anchors.rows(), 0) * anchors.get(i % anchors.rows(), 0);
            }
            return Matrix.of(points.rows(), anchors.rows(), values);
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }
    }

    @BeforeEach
    void place() throws IOException {
        typed = new Typed(folder);
        Optional<TransformState> nothing =
                Optional.of(new TransformState(Map.of(), Map.of(), Map.of()));
        typed.registry =
                new ExamplePlugins()
                        .with(Kind.VECTOR_FORMAT, "mem", new MemoryVectors())
                        .with(Kind.ALIGNER, "same", new Same())
                        .with(Kind.SIMILARITY, "cosine", new Products())
                        .with(
                                Kind.ANCHOR_SELECTOR,
                                "random",
                                (relrep.api.data.AnchorSelector)
                                        (space, run) -> Anchors.ofRows(0, 1))
                        .with(Kind.TRANSFORM, "from-smallest", new FromSmallest())
                        .with(Kind.TRANSFORM, "unsigned", new Unsigned(() -> nothing))
                        .with(Kind.TRANSFORM, "forgetful", new Unsigned(Optional::empty));
        typed.retrievals.add(new PlainRetrieval());
        write("x.mem", "1.5", "0.5", "4.5", "2.5");
        write("y.mem", "11.5", "10.5", "14.5", "12.5");
        write("rows.mem", "2", "3");
        write("p.mem", "3.5", "-1.5");
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }

    private List<String> read(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    private void align(String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "align",
                                "--source=x.mem",
                                "--target=y.mem",
                                "--aligner=same",
                                "--out=m.safetensors"));
        words.addAll(List.of(more));
        typed.type(words.toArray(String[]::new));
    }

    private void apply(String points, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "apply",
                                "--map=m.safetensors",
                                "--points=" + points,
                                "--out=w.mem"));
        words.addAll(List.of(more));
        typed.type(words.toArray(String[]::new));
        assertEquals(0, typed.exit, typed.err);
    }

    @Test
    void aMapIsFittedAndAppliedBetweenTransformedSpaces() throws IOException {
        align("--transform=from-smallest");
        assertTrue(
                typed.out.startsWith(
                        "m.safetensors: same after from-smallest from 1 to 1 coordinate, fitted on"
                                + " 4 anchors"),
                typed.out);
        AlignmentProblem problem = problems.get(0);
        assertEquals(Matrix.of(4, 1, 1, 0, 4, 2), problem.source().latents());
        assertEquals(Matrix.of(4, 1, 1, 0, 4, 2), problem.target().latents());
        apply("p.mem", "--json");
        assertEquals(List.of("13.5", "8.5"), read("w.mem"));
        JsonObject json = JsonParser.parseString(typed.out).getAsJsonObject();
        assertEquals("from-smallest", json.get("transforms").getAsString());
        apply("w.mem", "--inverse");
        assertEquals(List.of("3.5", "-1.5"), read("w.mem"));
    }

    /** The anchors alone are fitted; the transforms learn from all rows. */
    @Test
    void transformsLearnFromAllMatchedRows() {
        align("--transform=from-smallest", "--anchors=rows.mem");
        assertEquals(List.of(4, 4), training.stream().map(Space::size).toList());
        assertEquals(Matrix.of(2, 1, 4, 2), problems.get(0).sourcePoints());
    }

    @Test
    void whereTheTargetsCannotBeUndoneTheResultStays() throws IOException {
        align("--transform=from-smallest", "--transform=unsigned");
        String sentence =
                "the result stays in the space after from-smallest, unsigned, since unsigned cannot"
                        + " be undone";
        assertTrue(typed.out.contains(sentence), typed.out);
        apply("p.mem");
        assertTrue(typed.err.contains(sentence), typed.err);
        assertEquals(List.of("3.0", "2.0"), read("w.mem"));
    }

    @Test
    void aTransformWithoutAStateIsInNoMap() {
        align("--transform=forgetful");
        assertEquals(
                "relrep: the transform forgetful cannot be kept in a file: it does not say what it"
                        + " consists of\n",
                typed.err.replaceAll("(?m)^align: .*\n", ""));
        assertEquals(2, typed.exit);
    }

    @Test
    void anUnknownOneIsRefusedBeforeAnythingIsRead() {
        for (String command : List.of("align", "compare", "project")) {
            List<String> words = new ArrayList<>(List.of(command, "--transform=unsinged"));
            words.addAll(
                    switch (command) {
                        case "align" ->
                                List.of(
                                        "--source=no",
                                        "--target=no",
                                        "--aligner=same",
                                        "--out=m.safetensors");
                        case "compare" -> List.of("--source=no", "--target=no");
                        default -> List.of("--points=no", "--anchors=random", "--out=r.mem");
                    });
            typed.type(words.toArray(String[]::new));
            assertTrue(
                    typed.err.endsWith(
                            "relrep: unknown transform 'unsinged'; did you mean 'unsigned'? there"
                                    + " are forgetful, from-smallest, unsigned\n"),
                    typed.err);
            assertEquals(2, typed.exit);
        }
    }

    @Test
    void comparedSpacesLearnFromTheirTrainingPartAlone() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(i * 7 % 40 + ".5");
        }
        write("x.mem", lines.toArray(String[]::new));
        write("y.mem", lines.toArray(String[]::new));
        String[] words = {
            "compare", "--source=x.mem", "--target=y.mem", "--transform=from-smallest", "--quiet"
        };
        typed.type(words);
        assertEquals("", typed.err);
        assertTrue(
                typed.out.contains(
                        "\nboth spaces after from-smallest, fitted on the rows learnt from\n"),
                typed.out);
        assertEquals(List.of(32, 32), training.stream().map(Space::size).toList());
        assertEquals(32, problems.get(0).source().size());
        float smallest = Float.POSITIVE_INFINITY;
        for (float value : problems.get(0).source().latents().toArray()) {
            smallest = Math.min(smallest, value);
        }
        assertEquals(0, smallest);
    }

    @Test
    void pointsAndAnchorsAreTransformedAsThePointsTell() throws IOException {
        typed.type(
                "project",
                "--points=x.mem",
                "--anchors=p.mem",
                "--transform=from-smallest",
                "--out=r.mem",
                "--json",
                "--quiet");
        assertEquals(0, typed.exit, typed.err);
        assertEquals(List.of("3.0 -2.0", "0.0 -0.0", "12.0 -8.0", "6.0 -4.0"), read("r.mem"));
        JsonObject json = JsonParser.parseString(typed.out).getAsJsonObject();
        assertEquals("from-smallest", json.get("transforms").getAsString());
    }

    @Test
    void onePointTeachesNothingAndTheAnchorsDo() throws IOException {
        write("one.mem", "7.5");
        typed.type(
                "project",
                "--points=one.mem",
                "--anchors=x.mem",
                "--transform=from-smallest",
                "--out=r.mem");
        assertEquals(0, typed.exit, typed.err);
        assertTrue(
                typed.err.contains(
                        "the transforms are fitted on the anchors, since there is one point"),
                typed.err);
        assertEquals(List.of("7.0 0.0 28.0 14.0"), read("r.mem"));
    }
}
