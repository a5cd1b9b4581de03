package relrep.api.alignment;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;

import java.util.Map;
import java.util.Optional;

/** A fitted map from one space to another. Immutable. */
@ConsumerType
public interface Alignment {
    /**
     * Returns the image of each row.
     *
     * @param latents {@code n × d}
     * @return {@code n × m}
     * @throws relrep.api.run.InvalidInputException when the width is not <i>d</i>
     */
    Matrix apply(Matrix latents);

    /**
     * Returns what the fit tells about itself, in reading order: {@code pairs}, {@code rank} and
     * {@code condition} (largest over smallest singular value, those taken for zero left out) of
     * what the aligner solves with: the source points, centred or not, or their products with the
     * target points; {@code residual} (root mean square error per coordinate on the pairs), {@code
     * determinant} (of a square linear part) and whatever else the aligner knows. A value that does
     * not exist is absent, never NaN.
     */
    Map<String, Double> diagnostics();

    /** Returns the map back, where there is one. */
    default Optional<Alignment> inverse() {
        return Optional.empty();
    }

    /**
     * Returns everything that {@link Aligner#restore} needs, or nothing where the map cannot be
     * kept.
     */
    default Optional<AlignmentState> state() {
        return Optional.empty();
    }
}
