package relrep.api.model;

import relrep.api.data.Matrix;

import java.util.Optional;

/**
 * The value of a {@link Penalty} for a batch, with its gradient.
 *
 * @param value is added to the mean loss of the training batch
 * @param latents the gradient with respect to the latents, {@code n × d}
 * @param relative the gradient with respect to the similarities, {@code n × k}; empty where it is 0
 */
public record PenaltyValue(double value, Matrix latents, Optional<Matrix> relative) {
    /** Returns the value 0 for a batch, with a gradient of 0. */
    public static PenaltyValue none(PenaltyBatch batch) {
        Matrix latents = batch.latents();
        return new PenaltyValue(
                0,
                Matrix.of(
                        latents.rows(), latents.cols(), new float[latents.rows() * latents.cols()]),
                Optional.empty());
    }
}
