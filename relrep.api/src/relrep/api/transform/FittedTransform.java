package relrep.api.transform;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;

import java.util.Map;
import java.util.Optional;

/** A transform that was fitted on the training part of a space. Immutable. */
@ConsumerType
public interface FittedTransform {
    /**
     * Returns the image of each row.
     *
     * @param latents {@code n × d}, as wide as the training latents
     * @return {@code n × m}, where <i>m</i> is {@link #width()}
     * @throws relrep.api.run.InvalidInputException when the width is not <i>d</i>
     */
    Matrix apply(Matrix latents);

    /** Returns the width of an image. */
    int width();

    /**
     * Returns numbers that describe the fit, in reading order: the share of the variance that is
     * kept, the number of constant coordinates. A value that does not exist is absent, never NaN.
     */
    default Map<String, Double> diagnostics() {
        return Map.of();
    }

    /**
     * Returns the map that takes each image back to its row, up to rounding. It is empty where the
     * transform loses something, such as the norm of a row.
     */
    default Optional<FittedTransform> inverse() {
        return Optional.empty();
    }

    /**
     * Returns everything that {@link Transform#restore} needs. It is empty where the transform
     * cannot be kept.
     */
    default Optional<TransformState> state() {
        return Optional.empty();
    }
}
