package relrep.models.memory;

import org.bytedeco.javacpp.FloatPointer;

import java.util.ArrayList;
import java.util.List;

/**
 * Owns off-heap blocks and frees them together at a known time, rather than at a garbage
 * collection.
 */
public final class Memory implements AutoCloseable {
    private final List<FloatPointer> owned = new ArrayList<>();

    /** Returns a new block of zeros. */
    public synchronized FloatBlock block(int length) {
        FloatPointer memory = new FloatPointer(Math.max(length, 1));
        memory.zero();
        owned.add(memory);
        return FloatBlock.over(memory, length);
    }

    /** Returns a new block with a copy of these values. */
    public FloatBlock block(float[] values) {
        FloatBlock block = block(values.length);
        block.put(0, values, 0, values.length);
        return block;
    }

    /** Frees every block; none may be used afterwards. */
    @Override
    public synchronized void close() {
        owned.forEach(FloatPointer::close);
        owned.clear();
    }
}
