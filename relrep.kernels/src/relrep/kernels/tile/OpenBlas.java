package relrep.kernels.tile;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/** Products by the OpenBLAS that comes with the natives, one thread a call. */
final class OpenBlas implements Engine {
    private OpenBlas() {}

    /**
     * Loads the library.
     *
     * @throws LinkageError when this machine has none
     */
    static OpenBlas load() {
        openblas.blas_get_vendor();
        return new OpenBlas();
    }

    @Override
    public String name() {
        return "OpenBLAS";
    }

    @Override
    public int blockRows() {
        return 256;
    }

    @Override
    public Panel panel(float[] rows, int count, int width) {
        FloatPointer memory = new FloatPointer((long) count * width);
        memory.put(rows, 0, count * width);
        return new OffHeap(memory, count, width);
    }

    /** The memory is freed with the record: JavaCPP watches the pointer. */
    private record OffHeap(FloatPointer right, int count, int width) implements Panel {
        @Override
        public int stride() {
            return count;
        }

        @Override
        public void multiply(float[] left, int rows, float[] c) {
            try (FloatPointer a = new FloatPointer((long) rows * width);
                    FloatPointer result = new FloatPointer((long) rows * count)) {
                a.put(left, 0, rows * width);
                openblas.cblas_sgemm(
                        openblas.CblasRowMajor,
                        openblas.CblasNoTrans,
                        openblas.CblasTrans,
                        rows,
                        count,
                        width,
                        1,
                        a,
                        Math.max(1, width),
                        right,
                        Math.max(1, width),
                        0,
                        result,
                        count);
                result.get(c, 0, rows * count);
            }
        }
    }
}
