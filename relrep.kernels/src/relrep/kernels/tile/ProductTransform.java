package relrep.kernels.tile;

/** Turns products into results. Each thread has its own, so it may keep state. */
interface ProductTransform {
    /** The greatest number of rows before {@link #settle} is called. */
    int FEW = 64;

    /**
     * Turns the inner products of one left row into results, in place.
     *
     * @param row the number of the left row
     * @param left its number from {@link ProductMeasure#prepareLeft}
     * @param from the number of the first right row
     * @param right their numbers from {@link ProductMeasure#prepareRight}
     * @param values the products, one per right row
     */
    void row(int row, float left, int from, float[] right, float[] values);

    /** Revises rows {@code from … to-1} of a block, which are in the table now. */
    default void settle(Block block, int from, int to) {}

    /**
     * Some rows of the table, all with the same right rows.
     *
     * @param first the number of the first left row
     * @param left the numbers of the left rows from {@link ProductMeasure#prepareLeft}
     * @param side the right rows
     * @param place the place of the rows
     */
    @SuppressWarnings("ArrayRecordComponent") // working memory, never compared
    record Block(int first, float[] left, TileSide side, BlockPosition place) {}
}
