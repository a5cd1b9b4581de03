package relrep.kernels.tile;

/** What is made of the inner products of left rows with right rows: cosines, distances. */
interface Measure {
    /** Returns the left rows as they go into the product. */
    Rows left();

    /** Returns the right rows as they go into the product. */
    Rows right();

    /** Returns one number a left row for the epilogue, and may change the rows. */
    float[] prepareLeft(float[] rows, int count);

    /** Returns one number a right row for the epilogue, and may change the rows. */
    float[] prepareRight(float[] rows, int count);

    /**
     * Turns the inner products of one left row into what is wanted, in place.
     *
     * @param row the number of the left row
     * @param left its number from {@link #prepareLeft}
     * @param from the number of the first right row
     * @param right their numbers from {@link #prepareRight}
     * @param values the products, one a right row
     */
    void finish(int row, float left, int from, float[] right, float[] values);
}
