package relrep.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.nd4j.linalg.api.ndarray.INDArray;

import relrep.api.data.Matrix;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.FloatBuffer;
import java.util.function.Supplier;

/**
 * Tests the cost of conversion for an array of the size of MNIST, in processor time of this thread.
 */
@Tag("slow")
final class CrossingTest {
    private static final int N = 60_000;
    private static final int D = 784;
    private static final int TIMES = 5;

    /** Sharing takes microseconds, copying 188 MB tens of milliseconds: a twentieth is generous. */
    private static final double SHARE_OF_A_COPY = 0.05;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    @Test
    void sharingCostsNextToNothing(TestReporter reporter) {
        Matrix direct = Matrix.filled(N, D, FloatBuffer::clear);
        INDArray array = Bridge.array(direct);
        double there = best(() -> Bridge.array(direct));
        double back = best(() -> Bridge.matrix(array));
        double copied = best(() -> Bridge.matrix(array.reshape(D, N).transpose()));
        Matrix heap = Matrix.of(N, D, new float[N * D]);
        double fromHeap = best(() -> Bridge.array(heap));
        reporter.publishEntry(
                "milliseconds at 60,000 × 784",
                "off-heap to ND4J %.3f, back %.3f; copied: from the heap %.1f, transposed %.1f"
                        .formatted(there, back, fromHeap, copied));
        assertTrue(there < SHARE_OF_A_COPY * fromHeap, there + " ms of " + fromHeap);
        assertTrue(back < SHARE_OF_A_COPY * fromHeap, back + " ms of " + fromHeap);
    }

    private double best(Supplier<?> crossing) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            long start = clock.getCurrentThreadCpuTime();
            Object result = crossing.get();
            best = Math.min(best, (clock.getCurrentThreadCpuTime() - start) * 1e-6);
            assertEquals(N, result instanceof Matrix m ? m.rows() : ((INDArray) result).rows());
        }
        return best;
    }
}
