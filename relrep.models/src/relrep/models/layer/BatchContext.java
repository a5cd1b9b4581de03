package relrep.models.layer;

/**
 * The context of a batch: how its samples are processed.
 *
 * @param training whether values are random and statistics those of the batch, as in training, or
 *     neither, as in inference
 * @param gradients whether gradients follow
 * @param step the number of the batch since the start of training
 * @param first the number in the batch of this thread's first sample
 * @param scale the factor of the gradient of a sample's loss: 1 over the batch's samples
 */
public record BatchContext(
        boolean training, boolean gradients, long step, int first, double scale) {
    /** The context of inference: nothing is random, and statistics do not change. */
    public static final BatchContext LOOK = new BatchContext(false, 0, 0);

    /** Makes the context of a training batch, with gradients, or of inference, without. */
    public BatchContext(boolean training, long step, int first, double scale) {
        this(training, training, step, first, scale);
    }

    /** Makes a context whose gradients are those of the sum of losses. */
    public BatchContext(boolean training, long step, int first) {
        this(training, step, first, 1);
    }

    /** Returns a context of inference with gradients, of values that are part of no loss. */
    public static BatchContext still(long step) {
        return new BatchContext(false, true, step, 0, 0);
    }
}
