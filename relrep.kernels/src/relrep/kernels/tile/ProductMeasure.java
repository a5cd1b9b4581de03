package relrep.kernels.tile;

/**
 * Turns the inner products of left rows with right rows into cosines, distances or other results.
 */
interface ProductMeasure {
    /** Returns the left rows for the product. */
    Rows left();

    /** Returns the right rows for the product. */
    Rows right();

    /** Returns one number per left row for the {@link ProductTransform}; may change the rows. */
    float[] prepareLeft(float[] rows, int count);

    /** Returns one number per right row for the {@link ProductTransform}; may change the rows. */
    float[] prepareRight(float[] rows, int count);

    /** Returns the step that turns products into results, for one thread. */
    ProductTransform finish();
}
