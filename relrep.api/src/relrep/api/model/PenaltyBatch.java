package relrep.api.model;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.util.Optional;

/**
 * A batch of samples as a {@link Penalty} sees it.
 *
 * @param latents {@code n × d}
 * @param relative their similarities to the anchors, {@code n × k}; empty unless the network is
 *     trained through a similarity
 * @param labels their classes, if the samples have any; the classes are those of all samples
 * @param step the number of the training step, from 0
 * @param steps the number of steps in the whole training, at least 1
 */
public record PenaltyBatch(
        Matrix latents, Optional<Matrix> relative, Optional<Labels> labels, long step, long steps) {
    /** Checks that there is one row for each sample, and that the step is one of the training. */
    public PenaltyBatch {
        int rows = latents.rows();
        int compared = relative.map(Matrix::rows).orElse(rows);
        int labelled = labels.map(Labels::size).orElse(rows);
        if (compared != rows || labelled != rows) {
            throw new InvalidInputException(
                    "a batch must have one row of similarities and one label for each of its %d"
                                    .formatted(rows)
                            + " samples, not %d and %d".formatted(compared, labelled));
        }
        if (step < 0 || step >= steps) {
            throw new InvalidInputException(
                    "a step of training must be 0 to %d, not %d".formatted(steps - 1, step));
        }
    }

    /** Returns the number of samples, <i>n</i>. */
    public int size() {
        return latents.rows();
    }

    /**
     * Returns the labels.
     *
     * @throws InvalidInputException when there are none
     */
    public Labels requireLabels() {
        return labels.orElseThrow(
                () ->
                        new InvalidInputException(
                                "the penalty needs labelled samples, and these have no labels"));
    }

    /**
     * Returns the similarities to the anchors.
     *
     * @throws InvalidInputException when there are none
     */
    public Matrix requireRelative() {
        return relative.orElseThrow(
                () ->
                        new InvalidInputException(
                                "the penalty needs similarities to anchors, and the network is not"
                                        + " trained through a similarity"));
    }
}
