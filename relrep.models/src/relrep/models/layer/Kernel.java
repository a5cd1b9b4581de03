package relrep.models.layer;

/**
 * A layer at work on one lane's share of a batch. It owns the arrays that it returns and gives the
 * same ones each time. Gradients it may overwrite; inputs only {@link Activation} overwrites, so
 * that every other kernel finds its inputs again in {@link #backward}, but may not count on its
 * outputs.
 */
public interface Kernel {
    /**
     * Returns the outputs of the first {@code rows} samples of {@code x}.
     *
     * @param x rows after one another, with room for the lane's capacity
     */
    float[] forward(float[] x, int rows, BatchContext pass);

    /** Returns what the last {@link #forward} adds to the loss of its samples, added up. */
    default double penalty() {
        return 0;
    }

    /**
     * Writes the gradients of the parameters, and returns that of {@code x} of the last {@link
     * #forward}, or an array of no meaning where the site does not want it.
     *
     * @param gradient of the outputs
     */
    float[] backward(float[] gradient, int rows);
}
