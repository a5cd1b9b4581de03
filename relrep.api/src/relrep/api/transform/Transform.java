package relrep.api.transform;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

/**
 * Prepares the latents of one space before spaces are compared, aligned or projected. It learns
 * what it needs, such as a mean, from training latents of that space, and knows no other space.
 *
 * <p>Laws: the same training latents and seed give the same transform. The image of a row depends
 * on that row and on the fit alone.
 */
@ConsumerType
public interface Transform {
    /**
     * Returns the transform that is learnt from training latents.
     *
     * @param training {@code n × d} latents, with labels where there are any
     * @throws InvalidInputException when it cannot be learnt from them: no row, a row that is not
     *     finite, an option that does not go with the width
     */
    FittedTransform fit(Space training, Run run);

    /**
     * Makes a fitted transform again from the values that {@link FittedTransform#state()} returned.
     * It gives the same images as the first one, to the last bit.
     *
     * @throws InvalidInputException when the state belongs to another transform
     */
    default FittedTransform restore(TransformState state) {
        throw new InvalidInputException(
                "a transform can be made again if it keeps a state, and %s does not"
                        .formatted(getClass().getSimpleName()));
    }
}
