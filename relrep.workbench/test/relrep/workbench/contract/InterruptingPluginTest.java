package relrep.workbench.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.similarity.Similarity;
import relrep.api.tck.counterexample.BadPlugins;

import java.util.Set;

/** Tests a plugin that interrupts the thread that calls it. */
class InterruptingPluginTest {
    private final Similarity similarity =
            CheckedPlugin.of(Similarity.class, "bad", new Interrupting());

    private static final class Interrupting implements Similarity {
        @Override
        public Matrix compare(Matrix points, Matrix anchors) {
            Thread.currentThread().interrupt();
            return BadPlugins.ones(points.rows(), anchors.rows());
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }
    }

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    @Test
    void leavesNoInterruptThatWouldCloseFilesLater() {
        assertEquals(2, compare().rows());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void takesNoInterruptAwayThatWasThereBefore() {
        Thread.currentThread().interrupt();
        compare();
        assertTrue(Thread.currentThread().isInterrupted());
    }

    private Matrix compare() {
        return similarity.compare(BadPlugins.ones(2, 3), BadPlugins.ones(4, 3));
    }
}
