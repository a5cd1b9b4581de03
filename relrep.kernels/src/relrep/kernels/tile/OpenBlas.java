package relrep.kernels.tile;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

import relrep.kernels.linear.OneThread;

import java.nio.FloatBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Multiplies with the bundled OpenBLAS, on one thread per call. */
final class OpenBlas implements Engine {
    /**
     * The most rows of a call. The library packs the right side at each call, so more rows are
     * better.
     */
    private static final int MOST_ROWS = 1008;

    /** The most values in the rows of a call, limited by the caches. */
    private static final int MOST_VALUES = MOST_ROWS * 768;

    /** The least number of calls for a projection, so that processors can share them. */
    private static final int STRIPS = 12;

    /**
     * Up to this width, moving the result would take longer than the products, so it is not moved.
     */
    private static final int NARROW = 128;

    /** Unused off-heap memory between calls: new memory costs more in page faults than copying. */
    private final Queue<Scratch> idle = new ConcurrentLinkedQueue<>();

    private OpenBlas() {}

    /**
     * Loads the library.
     *
     * @throws LinkageError when the library is not available on this machine
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
    public int stripRows(int rows, int width) {
        int most = Math.min(MOST_ROWS, MOST_VALUES / Math.max(1, width));
        int fair = Math.min(most, rows / STRIPS) / GRAIN * GRAIN;
        return Math.max(blockRows(), fair);
    }

    @Override
    public Panel panel(float[] rows, int count, int width) {
        FloatPointer memory = new FloatPointer((long) count * width);
        memory.put(rows, 0, count * width);
        return new OffHeap(memory, count, width);
    }

    /** Off-heap memory for the left rows and the result of a call. */
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

    /** A panel whose memory is freed with it, by JavaCPP. */
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

        /** Passes the rows straight from the library's output. */
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

        /** For few coordinates, the library writes the rows directly to their place. */
        @Override
        public void multiply(
                float[] left, int rows, Products memory, BlockPosition place, Products.Sink sink) {
            if (width > NARROW || !place.offHeap()) {
                Panel.super.multiply(left, rows, memory, place, sink);
                return;
            }
            Scratch scratch = take((long) rows * width, 0);
            FloatPointer table = new FloatPointer(place.table());
            multiply(left, rows, scratch, table.position(place.at()), place.stride());
            idle.add(scratch);
            float[] row = memory.row(count);
            for (int i = 0; i < rows; i++) {
                place.get(i, row);
                sink.take(i, row);
                place.put(i, row);
            }
        }

        private Scratch multiply(float[] left, int rows) {
            Scratch scratch = take((long) rows * width, (long) rows * count);
            multiply(left, rows, scratch, scratch.result(), count);
            return scratch;
        }

        private void multiply(
                float[] left, int rows, Scratch scratch, FloatPointer result, int stride) {
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
                    result,
                    stride);
        }
    }
}
