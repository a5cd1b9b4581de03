package relrep.api.model;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.run.InvalidInputException;

import java.util.Optional;

/**
 * What a decoder alone is trained on: latents that an encoder (and perhaps a similarity) made, and
 * the samples that they stand for.
 *
 * @param latents {@code n × d}, row for row with {@code train}
 * @param train the samples behind the latents
 * @param validationLatents latents of {@code validation}; present when that is
 * @param validation samples that early stopping and the history look at
 * @param objective what for
 */
public record DecodingProblem(
        Matrix latents,
        Samples train,
        Optional<Matrix> validationLatents,
        Optional<Samples> validation,
        Objective objective) {
    /** Requires one latent vector a sample. */
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
