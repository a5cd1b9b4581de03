package relrep.nd4j;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import relrep.api.data.Matrix;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Converts between {@link Matrix} and {@link INDArray}. They share memory that is off-heap or
 * mapped, in native byte order and dense row after row; other memory is copied once.
 *
 * <p>A matrix never changes. If it shares its memory with an array, do not use in-place operations
 * on the array: on a mapped file they would crash the process.
 */
public final class Bridge {
    private static final Cleaner CLEANER = Cleaner.create();

    private Bridge() {}

    /**
     * Returns a matrix as a read-only array of shape {@code [n, d]}. The array keeps the memory
     * alive.
     */
    public static INDArray array(Matrix matrix) {
        FloatBuffer memory = matrix.buffer();
        long[] shape = {matrix.rows(), matrix.cols()};
        if (!memory.hasRemaining()) {
            return Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
        }
        if (!memory.isDirect() || memory.order() != ByteOrder.nativeOrder()) {
            INDArray copy = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
            floats(copy, memory.remaining()).asFloatBuffer().put(memory);
            return copy;
        }
        DataBuffer buffer =
                Nd4j.createBuffer(new FloatPointer(memory), memory.remaining(), DataType.FLOAT);
        return Nd4j.create(buffer, shape, new long[] {matrix.cols(), 1}, 0, 'c');
    }

    /**
     * Returns an array of two dimensions as a matrix; the array must not change afterwards. The
     * matrix keeps the array alive. An array of a workspace is copied, since the workspace reclaims
     * its memory.
     */
    public static Matrix matrix(INDArray array) {
        int rows = Math.toIntExact(array.size(0));
        int cols = Math.toIntExact(array.size(1));
        if (array.isEmpty()) {
            return Matrix.of(rows, cols);
        }
        if (!dense(array)) {
            INDArray copy = Nd4j.createUninitializedDetached(DataType.FLOAT, 'c', rows, cols);
            return matrix(copy.assign(array));
        }
        ByteBuffer memory = floats(array, (long) rows * cols);
        CLEANER.register(memory, new Keeper(array));
        return Matrix.wrap(rows, cols, memory.asFloatBuffer());
    }

    private static boolean dense(INDArray array) {
        return array.dataType() == DataType.FLOAT
                && array.ordering() == 'c'
                // ND4J gives the only row of an array any stride.
                && (array.size(0) == 1 || array.stride(0) == array.size(1))
                && array.stride(1) == 1
                && !array.isAttached();
    }

    /** Returns the memory of a dense array of floats, from its first value on. */
    private static ByteBuffer floats(INDArray array, long length) {
        long bytes = length * Float.BYTES;
        return new BytePointer(array.data().addressPointer())
                .position(0)
                .limit(bytes)
                .capacity(bytes)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
    }

    /** Keeps an array alive while its memory is read. */
    private record Keeper(INDArray array) implements Runnable {
        @Override
        public void run() {
            // Nothing to do: being held until now was all.
        }
    }
}
