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
     * Finds the <i>i</i> without {@code values[i]² > share · (left + right[i])}.
     *
     * @param found gets them in rising order
     * @return how many there are
     */
    int doubtful(float[] values, float left, float[] right, float share, int[] found);

    /**
     * Counts in {@code above[i]} where {@code values[i] · factor + low > highest[i]}, and finds the
     * other <i>i</i> with {@code values[i] · factor + high ≥ lowest[i]}.
     *
     * @param found gets them in rising order
     * @return how many there are
     */
    int undecided(float[] values, float factor, Band band, float[] above, int[] found);

    /**
     * Finds, for each <i>i</i> below {@code count}, the largest of {@code values[at + r·stride +
     * i]} over the rows <i>r</i>.
     *
     * @param rows 1 or more
     * @param largest gets them
     */
    void largest(float[] values, int at, int stride, int rows, int count, float[] largest);

    /**
     * How far a score may be off.
     *
     * @param low what to add for the least that it may be
     * @param high what to add for the most that it may be
     * @param lowest what is to be reached at least, one a value
     * @param highest what is to be reached for certain, one a value
     */
    record Band(float low, float high, float[] lowest, float[] highest) {}
}
