package relrep.kernels.tile;

/**
 * The loops over single rows whose speed matters besides the products. All implementations give the
 * same answers; {@link #square} may differ by rounding.
 */
interface Loops {
    /** Returns the sum of squares of {@code values[from … to-1]}. */
    double square(float[] values, int from, int to);

    /**
     * Finds the <i>i</i> with {@code values[i] · factor + offset ≥ bar[i]}.
     *
     * @param found receives the indices in rising order
     * @return the number of indices
     */
    int reaching(float[] values, float factor, float offset, float[] bar, int[] found);

    /**
     * Finds the <i>i</i> with {@code values[i] · factor + offset[i] ≥ bar}.
     *
     * @param found receives the indices in rising order
     * @return the number of indices
     */
    int reached(float[] values, float factor, float[] offset, float bar, int[] found);

    /**
     * Counts in {@code above[i]} where {@code values[i] · factor + low > highest[i]}, and finds the
     * other <i>i</i> with {@code values[i] · factor + high ≥ lowest[i]}.
     *
     * @param found receives the indices in rising order
     * @return the number of indices
     */
    int undecided(float[] values, float factor, Band band, float[] above, int[] found);

    /**
     * Returns the number of rows to pass to {@link #reaching(float[], Some, float[], int[])} at a
     * time.
     */
    int group();

    /**
     * Finds the <i>i</i> for which at least one of some rows reaches {@code bar[i]}.
     *
     * @param values the table with the rows
     * @param found receives the indices in rising order
     * @return the number of indices
     */
    int reaching(float[] values, Some rows, float[] bar, int[] found);

    /**
     * Rows of a table: {@code values[at + r·stride + i]}.
     *
     * @param at the start of the first row
     * @param stride the distance between the starts of two rows
     * @param rows the number of rows, 1 or more
     * @param count the number of values in a row
     */
    record Some(int at, int stride, int rows, int count) {}

    /**
     * The error bounds of scores.
     *
     * @param low is added to a score for its lower bound
     * @param high is added to a score for its upper bound
     * @param lowest the lower threshold of each value
     * @param highest the upper threshold of each value
     */
    @SuppressWarnings("ArrayRecordComponent") // working memory, never compared
    record Band(float low, float high, float[] lowest, float[] highest) {}
}
