package relrep.transforms;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;

/** The training latents of a transform, checked. */
final class Training {
    private Training() {}

    /**
     * Returns the latents of a space.
     *
     * @param transform the transform's name, for messages
     * @throws InvalidInputException when there is no row or no coordinate, or a value is not finite
     */
    static Matrix of(String transform, Space training) {
        Matrix latents = training.latents();
        if (latents.rows() == 0 || latents.cols() == 0) {
            throw new InvalidInputException(
                    "%s must be fitted on at least 1 row and 1 coordinate, but '%s' has %d × %d"
                            .formatted(transform, training.name(), latents.rows(), latents.cols()));
        }
        return latents.requireFinite("the latents of '%s'".formatted(training.name()));
    }
}
