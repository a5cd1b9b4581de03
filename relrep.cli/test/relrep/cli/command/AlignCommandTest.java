package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.AlignmentState;
import relrep.api.alignment.MapFamily;
import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.workbench.plugins.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tests what an aligner gets from the files when a file lists the anchors. */
class AlignCommandTest {
    @TempDir Path folder;

    private final List<AlignmentProblem> problems = new ArrayList<>();
    private Typed typed;

    /** Keeps its problems. */
    private final class Watched implements Aligner {
        private final boolean alone;

        Watched(boolean alone) {
            this.alone = alone;
        }

        @Override
        public Alignment fit(AlignmentProblem problem, Run run) {
            problems.add(problem);
            return new Alignment() {
                @Override
                public Matrix apply(Matrix latents) {
                    return latents;
                }

                @Override
                public Map<String, Double> diagnostics() {
                    return Map.of("pairs", (double) problem.anchors().size(), "residual", 0.0);
                }

                @Override
                public Optional<AlignmentState> state() {
                    return Optional.of(
                            new AlignmentState(
                                    Map.of("weight", Matrix.of(1, 1, 1)), Map.of(), diagnostics()));
                }
            };
        }

        @Override
        public Set<MapFamily> recovers() {
            return Set.of();
        }

        @Override
        public boolean readsAnchorsAlone() {
            return alone;
        }

        @Override
        public boolean acceptsUnequalWidths() {
            return false;
        }
    }

    @BeforeEach
    void place() throws IOException {
        typed = new Typed(folder);
        typed.registry =
                new ExamplePlugins()
                        .with(Kind.VECTOR_FORMAT, "mem", new MemoryVectors())
                        .with(Kind.ALIGNER, "alone", new Watched(true))
                        .with(Kind.ALIGNER, "all", new Watched(false));
        Files.writeString(folder.resolve("x.mem"), "0.5\n1.5\n2.5\n3.5\n4.5\n");
        Files.writeString(folder.resolve("y.mem"), "0.25\n1.25\n2.25\n3.25\n4.25\n");
        Files.writeString(folder.resolve("rows.mem"), "3\n1\n");
    }

    private AlignmentProblem align(String aligner, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "align",
                                "--source=x.mem",
                                "--target=y.mem",
                                "--aligner=" + aligner,
                                "--out=m.safetensors",
                                "--quiet"));
        words.addAll(List.of(more));
        typed.type(words.toArray(String[]::new));
        assertEquals("", typed.err);
        assertEquals(0, typed.exit);
        return problems.get(problems.size() - 1);
    }

    @Test
    void whoReadsTheAnchorsAloneIsGivenNoOtherRows() {
        AlignmentProblem alone = align("alone", "--anchors=rows.mem");
        String said = typed.out;
        assertArrayEquals(new float[] {3.5f, 1.5f}, alone.source().latents().toArray());
        assertArrayEquals(new float[] {3.25f, 1.25f}, alone.target().latents().toArray());
        AlignmentProblem all = align("all", "--anchors=rows.mem");
        assertEquals(5, all.source().size());
        assertEquals(all.sourcePoints(), alone.sourcePoints());
        assertEquals(all.targetPoints(), alone.targetPoints());
        assertEquals(said.replace("alone", "all"), typed.out);
    }

    @Test
    void withoutAListAllRowsAreAnchors() {
        assertEquals(5, align("alone").anchors().size());
        assertEquals(5, align("all").anchors().size());
    }
}
