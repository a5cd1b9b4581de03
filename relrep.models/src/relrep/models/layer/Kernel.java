package relrep.models.layer;

/**
 * The computation of a layer on one thread's share of a batch. It owns the arrays that it returns,
 * and returns the same ones each time. It may overwrite gradients. Only {@link Activation}
 * overwrites inputs. So every other kernel finds its inputs unchanged in {@link #backward}, but not
 * its outputs.
 */
public interface Kernel {
    /**
     * Returns the outputs of the first {@code rows} samples of {@code x}.
     *
     * @param x rows one after another, with space for the thread's capacity
     */
    float[] forward(float[] x, int rows, BatchContext pass);

    /** Returns the sum that the last {@link #forward} adds to the loss of its samples. */
    default double penalty() {
        return 0;
    }

    /**
     * Writes the gradients of the parameters, and returns that of {@code x} of the last {@link
     * #forward}, or an undefined array if that gradient is not wanted.
     *
     * @param gradient the gradient of the outputs
     */
    float[] backward(float[] gradient, int rows);
}
