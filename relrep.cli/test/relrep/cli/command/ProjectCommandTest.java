package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.similarity.Similarity;
import relrep.workbench.plugins.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

class ProjectCommandTest {
    @TempDir Path folder;

    private Typed typed;

    /** Sums of coordinates, and their negatives, in a column each for each anchor. */
    private static final class BothSigns implements Similarity {
        private final Runnable before;

        BothSigns(Runnable before) {
            this.before = before;
        }

        @Override
        public Matrix compare(Matrix points, Matrix anchors) {
            before.run();
            float[] values = new float[points.rows() * columns(anchors.rows())];
            for (int i = 0; i < values.length; i++) {
                int j = i % columns(anchors.rows());
                float sum =
                        points.get(i / columns(anchors.rows()), 0)
                                + anchors.get(j % anchors.rows(), 0);
                values[i] = j < anchors.rows() ? sum : -sum;
            }
            return Matrix.of(points.rows(), columns(anchors.rows()), values);
        }

        @Override
        public int columns(int anchors) {
            return 2 * anchors;
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }
    }

    @BeforeEach
    void place() throws IOException {
        typed = new Typed(folder);
        typed.registry =
                new ExamplePlugins()
                        .with(Kind.VECTOR_FORMAT, "mem", new MemoryVectors())
                        .with(Kind.SIMILARITY, "both-signs", new BothSigns(() -> {}))
                        .with(
                                Kind.SIMILARITY,
                                "stopped",
                                new BothSigns(() -> typed.cancellation.cancel("interrupted")));
        Files.writeString(folder.resolve("x.mem"), "1.5\n2.5\n");
        Files.writeString(folder.resolve("rows.mem"), "1\n0\n");
        Files.writeString(folder.resolve("old.mem"), "1.5\n");
    }

    private void project(String similarity, String out) {
        typed.type(
                "project",
                "--points=x.mem",
                "--anchors=rows.mem",
                "--similarity=" + similarity,
                "--out=" + out,
                "--quiet");
    }

    @Test
    void aSimilarityMayMakeMoreColumnsThanThereAreAnchors() throws IOException {
        project("both-signs", "r.mem");
        assertEquals("", typed.err);
        assertEquals(
                List.of("4.0 3.0 -4.0 -3.0", "5.0 4.0 -5.0 -4.0"),
                Files.readAllLines(folder.resolve("r.mem")));
    }

    @Test
    void whatIsCutOffLeavesWhatWasThere() throws IOException {
        project("stopped", "r.mem");
        assertEquals(130, typed.exit);
        assertFalse(Files.exists(folder.resolve("r.mem")));
        project("stopped", "old.mem");
        assertEquals("1.5\n", Files.readString(folder.resolve("old.mem")));
    }
}
