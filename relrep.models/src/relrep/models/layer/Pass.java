package relrep.models.layer;

/**
 * What is done with a batch.
 *
 * @param training whether it is trained on, or only looked at
 * @param step number of the batch since training began
 * @param first number in the batch of the lane's first sample
 */
public record Pass(boolean training, long step, int first) {
    /** Looking at samples: nothing is random, statistics stay. */
    public static final Pass LOOK = new Pass(false, 0, 0);
}
