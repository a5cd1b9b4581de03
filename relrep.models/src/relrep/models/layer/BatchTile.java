package relrep.models.layer;

/** How many samples of a batch to take at a time, so that what is worked on stays in the cache. */
final class BatchTile {
    /** Products of about so many rows run fastest. */
    static final int ROWS = 1024;

    private BatchTile() {}

    /**
     * Halves the batch until it is small enough: a batch of a power of two falls into equal parts,
     * so that each of its rows is computed in a product of the same size.
     *
     * @param capacity of the batch
     * @param each what a sample brings
     * @param limit of what is brought
     */
    static int of(int capacity, int each, int limit) {
        int chunk = Math.max(1, capacity);
        while (chunk > 1 && (long) chunk * each > limit) {
            chunk = (chunk + 1) / 2;
        }
        return chunk;
    }
}
