package relrep.kernels.tile;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

import relrep.kernels.linear.OneThread;

import java.nio.FloatBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Products by the OpenBLAS that comes with the natives, one thread a call. */
final class OpenBlas implements Engine {
    /** Off-heap memory between calls: allocating it anew costs more in page faults than copying. */
    private final Queue<Scratch> idle = new ConcurrentLinkedQueue<>();

    private OpenBlas() {}

    /**
     * Loads the library.
     *
     * @throws LinkageError when this machine has none
     */
    static OpenBlas load() {
        OneThread.keep();
        openblas.blas_get_vendor();
        return new OpenBlas();
    }

    @Override
    public String name() {
        return "OpenBLAS";
    }

    @Override
    public int blockRows() {
        return 252;
    }

    @Override
    public Panel panel(float[] rows, int count, int width) {
        FloatPointer memory = new FloatPointer((long) count * width);
        memory.put(rows, 0, count * width);
        return new OffHeap(memory, count, width);
    }

    /** Where the left rows and the result of a call are. */
    private record Scratch(FloatPointer left, FloatPointer result, FloatBuffer table) {
        static Scratch of(long left, long result) {
            FloatPointer memory = new FloatPointer(result);
            return new Scratch(new FloatPointer(left), memory, memory.asBuffer());
        }

        boolean holds(long leftSize, long resultSize) {
            return left.capacity() >= leftSize && result.capacity() >= resultSize;
        }
    }

    private Scratch take(long left, long result) {
        Scratch scratch = idle.poll();
        return scratch != null && scratch.holds(left, result) ? scratch : Scratch.of(left, result);
    }

    /** The memory is freed with the panel: JavaCPP watches the pointer. */
    private final class OffHeap implements Panel {
        private final FloatPointer right;
        private final int count;
        private final int width;

        OffHeap(FloatPointer right, int count, int width) {
            this.right = right;
            this.count = count;
            this.width = width;
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public int stride() {
            return count;
        }

        @Override
        public void multiply(float[] left, int rows, float[] c) {
            Scratch scratch = multiply(left, rows);
            scratch.result().get(c, 0, rows * count);
            idle.add(scratch);
        }

        /** The rows come straight from where the library has put them. */
        @Override
        public void multiply(float[] left, int rows, Products memory, Products.Sink sink) {
            Scratch scratch = multiply(left, rows);
            float[] row = memory.row(count);
            for (int i = 0; i < rows; i++) {
                scratch.table().get(i * count, row);
                sink.take(i, row);
            }
            idle.add(scratch);
        }

        private Scratch multiply(float[] left, int rows) {
            Scratch scratch = take((long) rows * width, (long) rows * count);
            scratch.left().put(left, 0, rows * width);
            int inner = Math.max(1, width);
            openblas.cblas_sgemm(
                    openblas.CblasRowMajor,
                    openblas.CblasNoTrans,
                    openblas.CblasTrans,
                    rows,
                    count,
                    width,
                    1,
                    scratch.left(),
                    inner,
                    right,
                    inner,
                    0,
                    scratch.result(),
                    count);
            return scratch;
        }
    }
}
