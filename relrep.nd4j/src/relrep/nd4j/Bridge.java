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
 * The way between {@link Matrix} and {@link INDArray}: over the same memory where it is off-heap or
 * mapped, in native byte order and densely packed row after row; by one copy otherwise.
 *
 * <p>A matrix never changes. Who shares its memory with ND4J must not use operations in place on
 * the array: on a mapped file that would end the process.
 */
public final class Bridge {
    private static final Cleaner CLEANER = Cleaner.create();

    private Bridge() {}

    /**
     * Returns the matrix as an array of shape {@code [n, d]}, to be read only. The memory stays as
     * long as the array does.
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
     * Returns an array of two dimensions as a matrix, which must then be left unchanged. The array
     * stays as long as the matrix does, unless a workspace takes it back: then it is copied.
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
                && array.stride(0) == array.size(1)
                && array.stride(1) == 1
                && !array.isAttached();
    }

    /** The memory of a dense array of floats, from its first value on. */
    private static ByteBuffer floats(INDArray array, long length) {
        long bytes = length * Float.BYTES;
        return new BytePointer(array.data().addressPointer())
                .position(0)
                .limit(bytes)
                .capacity(bytes)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
    }

    /** Holds an array while somebody reads its memory. */
    private record Keeper(INDArray array) implements Runnable {
        @Override
        public void run() {
            // Nothing to do: being held until now was all.
        }
    }
}
