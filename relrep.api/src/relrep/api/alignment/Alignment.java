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
     * Returns the image of one vector: that of {@link #apply(Matrix)} for one row, but for
     * rounding. Services that map a vector at a time call it from many threads.
     *
     * @param latent <i>d</i> coordinates
     * @return <i>m</i> coordinates
     * @throws relrep.api.run.InvalidInputException when the width is not <i>d</i>
     */
    default float[] apply(float[] latent) {
        return apply(Matrix.of(1, latent.length, latent)).row(0);
    }

    /**
     * Returns numbers that describe the fit, in reading order. {@code pairs}, {@code rank} and
     * {@code condition} describe the matrix that the aligner solves with: the source points,
     * centred or not, or their products with the target points. The condition is the largest over
     * the smallest singular value, without those taken for zero. {@code residual} is the root mean
     * square error per coordinate on the pairs; {@code determinant} is that of a square linear
     * part. An aligner may add others. A value that does not exist is absent, never NaN.
     */
    Map<String, Double> diagnostics();

    /** Returns the map from the target back to the source, where it exists. */
    default Optional<Alignment> inverse() {
        return Optional.empty();
    }

    /**
     * Returns everything that {@link Aligner#restore} needs. It is empty where the map cannot be
     * kept.
     */
    default Optional<AlignmentState> state() {
        return Optional.empty();
    }
}
