package relrep.models.layer;

/**
 * The context of a batch: how its samples are processed.
 *
 * @param training whether it is used for training or only for inference
 * @param step the number of the batch since the start of training
 * @param first the number in the batch of this thread's first sample
 * @param scale the factor of the gradient of a sample's loss: 1 over the batch's samples
 */
public record BatchContext(boolean training, long step, int first, double scale) {
    /** The context of inference: nothing is random, and statistics do not change. */
    public static final BatchContext LOOK = new BatchContext(false, 0, 0);

    /** Makes a context whose gradients are those of the sum of losses. */
    public BatchContext(boolean training, long step, int first) {
        this(training, step, first, 1);
    }
}
