package relrep.api.model;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.run.InvalidInputException;

import java.util.Optional;

/**
 * The input for training a decoder alone: latents from an encoder (and perhaps a similarity), and
 * their samples.
 *
 * @param latents {@code n × d}, row for row with {@code train}
 * @param train the samples behind the latents
 * @param validationLatents latents of {@code validation}; present exactly when {@code validation}
 *     is
 * @param validation samples for early stopping and the history
 * @param objective what the decoder is trained for
 */
public record DecodingProblem(
        Matrix latents,
        Samples train,
        Optional<Matrix> validationLatents,
        Optional<Samples> validation,
        Objective objective) {
    /** Checks that each sample has one latent vector. */
    public DecodingProblem {
        requirePaired(latents.rows(), train.size());
        requirePaired(
                validationLatents.map(Matrix::rows).orElse(0),
                validation.map(Samples::size).orElse(0));
    }

    private static void requirePaired(int latents, int samples) {
        if (latents != samples) {
            throw new InvalidInputException(
                    "there must be one latent vector a sample: %d latents, %d samples"
                            .formatted(latents, samples));
        }
    }
}
