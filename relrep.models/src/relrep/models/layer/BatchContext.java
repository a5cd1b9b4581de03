package relrep.models.layer;

/**
 * What is done with a batch.
 *
 * @param training whether it is trained on, or only looked at
 * @param step number of the batch since training began
 * @param first number in the batch of the lane's first sample
 * @param scale what the gradient of a sample's loss is multiplied by: 1 over the batch's samples
 */
public record BatchContext(boolean training, long step, int first, double scale) {
    /** Looking at samples: nothing is random, statistics stay. */
    public static final BatchContext LOOK = new BatchContext(false, 0, 0);

    /** Returns a pass whose gradients are those of the sum of losses. */
    public BatchContext(boolean training, long step, int first) {
        this(training, step, first, 1);
    }
}
