package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A term that is added to the training loss of a network. It is a function of the latents of a
 * batch of samples: those before the relative map, and in training through a similarity also the
 * similarities after it. Its gradient changes the encoder, never the latents of the anchors.
 *
 * <p>Laws: batch and options decide value and gradient to the last bit; no state is kept between
 * calls; the gradient is that of the value wherever the value is smooth, and finite elsewhere; when
 * the rows of a batch change places, so do the rows of the gradient.
 */
@ConsumerType
public interface Penalty {
    /** Returns the batches that it is computed on; always the same ones. */
    default Sampling sampling() {
        return Sampling.TRAINING_BATCH;
    }

    /** Returns whether it needs labels, so that it can be used only with labelled samples. */
    default boolean needsLabels() {
        return sampling().ofClasses();
    }

    /**
     * Returns whether it needs similarities to anchors, so that it can be used only in training
     * through a similarity.
     */
    default boolean needsRelative() {
        return false;
    }

    /**
     * Returns the value of the penalty for a batch, with its gradient.
     *
     * @throws relrep.api.run.InvalidInputException when the batch has no labels or no similarities
     *     and it needs them, or when it is not defined for so few samples
     */
    PenaltyValue measure(PenaltyBatch batch);
}
