package relrep.models.memory;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.nio.FloatBuffer;

/**
 * A block of off-heap floats for BLAS. Loops in Java use heap arrays instead, which the JVM
 * vectorises, unlike off-heap memory; values are copied block by block.
 */
public final class FloatBlock implements AutoCloseable {
    private final FloatPointer pointer;
    private final FloatBuffer buffer;

    private FloatBlock(FloatPointer memory, long from, int length) {
        pointer = new FloatPointer(memory);
        pointer.position(memory.position() + from);
        pointer.limit(pointer.position() + length);
        buffer = length == 0 ? FloatBuffer.allocate(0) : pointer.asBuffer();
    }

    /** Returns a view of an array that ND4J owns. */
    public static FloatBlock over(INDArray array) {
        FloatPointer memory = (FloatPointer) array.data().pointer();
        return new FloatBlock(memory, array.offset(), Math.toIntExact(array.length()));
    }

    /** Returns a view of memory with another owner. */
    static FloatBlock over(FloatPointer memory, int length) {
        return new FloatBlock(memory, 0, length);
    }

    /** Returns a view of a part of this block. */
    public FloatBlock slice(int from, int length) {
        return new FloatBlock(pointer, from, length);
    }

    /** Returns the pointer to the memory. */
    FloatPointer pointer() {
        return pointer;
    }

    /** Returns the number of floats. */
    public int length() {
        return buffer.capacity();
    }

    /** Copies floats in. */
    public void put(int at, float[] from, int offset, int length) {
        buffer.put(at, from, offset, length);
    }

    /** Copies floats out. */
    public void get(int at, float[] into, int offset, int length) {
        buffer.get(at, into, offset, length);
    }

    /** Returns a copy of all. */
    public float[] toArray() {
        float[] values = new float[length()];
        buffer.get(0, values);
        return values;
    }

    /** Releases the view; its owner keeps the memory. */
    @Override
    public void close() {
        pointer.setNull();
    }
}
