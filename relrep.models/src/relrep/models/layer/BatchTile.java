package relrep.models.layer;

/**
 * Chooses how many samples of a batch are processed at a time, so that the data stays in the cache.
 */
final class BatchTile {
    /** The number of rows at which products run fastest. */
    static final int ROWS = 1024;

    private BatchTile() {}

    /**
     * Returns the tile size: the batch is halved until it is small enough. A batch of a power of
     * two gives equal tiles, so that each row is computed in a product of the same size.
     *
     * @param capacity of the batch
     * @param each the size of a sample
     * @param limit the greatest size of a tile
     */
    static int of(int capacity, int each, int limit) {
        int chunk = Math.max(1, capacity);
        while (chunk > 1 && (long) chunk * each > limit) {
            chunk = (chunk + 1) / 2;
        }
        return chunk;
    }
}
