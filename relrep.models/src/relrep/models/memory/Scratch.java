package relrep.models.memory;

/**
 * Off-heap scratch memory of one thread, in a few numbered blocks that all its kernels share. So
 * one kernel finds in the cache what another has just written.
 */
public final class Scratch {
    /** The number of blocks. */
    public static final int BLOCKS = 5;

    private final Memory memory;
    private final FloatBlock[] blocks = new FloatBlock[BLOCKS];

    /** Makes it with blocks of this memory. */
    public Scratch(Memory memory) {
        this.memory = memory;
    }

    /**
     * Makes a block at least this long; called while kernels are made, before any of them works.
     */
    public void reserve(int number, int length) {
        FloatBlock block = blocks[number];
        if (block == null || block.length() < length) {
            blocks[number] = memory.block(length);
        }
    }

    /**
     * Returns a new block that is not shared, for values that must survive the work of other
     * layers.
     */
    public FloatBlock own(int length) {
        return memory.block(length);
    }

    /** Returns a block. */
    public FloatBlock block(int number) {
        return blocks[number];
    }
}
