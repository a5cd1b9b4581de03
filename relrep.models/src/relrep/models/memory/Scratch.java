package relrep.models.memory;

/**
 * Off-heap working memory of one lane, in a few numbered blocks that all kernels of the lane share:
 * what one has just written is what the next finds in the cache.
 */
public final class Scratch {
    /** The number of blocks. */
    public static final int BLOCKS = 5;

    private final Memory memory;
    private final FloatBlock[] blocks = new FloatBlock[BLOCKS];

    /** Takes its blocks from there. */
    public Scratch(Memory memory) {
        this.memory = memory;
    }

    /** Makes a block at least so long; called while kernels are made, before any of them works. */
    public void reserve(int number, int length) {
        FloatBlock block = blocks[number];
        if (block == null || block.length() < length) {
            blocks[number] = memory.block(length);
        }
    }

    /** Returns a new block that nobody shares, for what must outlast a layer's turn. */
    public FloatBlock own(int length) {
        return memory.block(length);
    }

    /** Returns a block. */
    public FloatBlock block(int number) {
        return blocks[number];
    }
}
