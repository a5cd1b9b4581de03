package relrep.models.memory;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A matrix somewhere in a block, its rows a stride apart, that moves over the block: one object
 * serves thousands of small products. For one thread.
 */
public final class Window {
    private final FloatPointer pointer;
    private final long origin;
    private final int stride;

    /**
     * Lays a window at the beginning of a block.
     *
     * @param stride floats from a row to the next
     */
    public Window(FloatBlock block, int stride) {
        pointer = new FloatPointer(block.pointer());
        origin = pointer.position();
        this.stride = stride;
    }

    /** Moves it: its first value is that of the block. */
    public Window at(int first) {
        pointer.position(origin + first);
        return this;
    }

    FloatPointer pointer() {
        return pointer;
    }

    int stride() {
        return stride;
    }
}
