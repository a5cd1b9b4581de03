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

    /** Returns what turns products into what is wanted, on one thread. */
    Finish finish();
}
