package relrep.models.memory;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A movable view of a matrix in a block, with a stride between rows. One object serves thousands of
 * small products. For one thread.
 */
public final class MovableView {
    private final FloatPointer pointer;
    private final long origin;
    private final int stride;

    /**
     * Makes a window at the beginning of a block.
     *
     * @param stride the floats from one row to the next
     */
    public MovableView(FloatBlock block, int stride) {
        pointer = new FloatPointer(block.pointer());
        origin = pointer.position();
        this.stride = stride;
    }

    /** Moves the window; its first value is then that of the block. */
    public MovableView at(int first) {
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
