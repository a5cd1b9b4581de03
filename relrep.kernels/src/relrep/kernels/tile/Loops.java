package relrep.kernels.tile;

/**
 * The loops over single rows that count beside the products. Every implementation gives the same
 * answers, {@link #square} up to rounding.
 */
interface Loops {
    /** Returns the sum of squares of {@code values[from … to-1]}. */
    double square(float[] values, int from, int to);

    /**
     * Finds the <i>i</i> with {@code values[i] · factor + offset ≥ bar[i]}.
     *
     * @param found gets them in rising order
     * @return how many there are
     */
    int reaching(float[] values, float factor, float offset, float[] bar, int[] found);

    /**
     * Finds the <i>i</i> with {@code values[i] · factor + offset[i] ≥ bar}.
     *
     * @param found gets them in rising order
     * @return how many there are
     */
    int reached(float[] values, float factor, float[] offset, float bar, int[] found);

    /**
     * Counts in {@code above[i]} where {@code values[i] · factor + low > highest[i]}, and finds the
     * other <i>i</i> with {@code values[i] · factor + high ≥ lowest[i]}.
     *
     * @param found gets them in rising order
     * @return how many there are
     */
    int undecided(float[] values, float factor, Band band, float[] above, int[] found);

    /** Returns how many rows to give {@link #reaching(float[], Some, float[], int[])} at a time. */
    int group();

    /**
     * Finds the <i>i</i> of which one of some rows reaches {@code bar[i]}.
     *
     * @param values the rows, and others
     * @param found gets them in rising order
     * @return how many there are
     */
    int reaching(float[] values, Some rows, float[] bar, int[] found);

    /**
     * Rows of a table: {@code values[at + r·stride + i]}.
     *
     * @param at where the first begins
     * @param stride from one to the next
     * @param rows how many there are, 1 or more
     * @param count how many values a row has
     */
    record Some(int at, int stride, int rows, int count) {}

    /**
     * How far a score may be off.
     *
     * @param low what to add for the least that it may be
     * @param high what to add for the most that it may be
     * @param lowest what is to be reached at least, one a value
     * @param highest what is to be reached for certain, one a value
     */
    @SuppressWarnings("ArrayRecordComponent") // working memory, never compared
    record Band(float low, float high, float[] lowest, float[] highest) {}
}
