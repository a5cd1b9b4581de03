package relrep.api.data;

import relrep.api.run.InvalidInputException;

import java.util.Optional;

/**
 * The latents of samples in one encoder's space.
 *
 * @param name its name in messages
 * @param latents {@code n × d}
 * @param labels {@code n} labels, where there are any
 */
public record Space(String name, Matrix latents, Optional<Labels> labels) {
    /** Checks that there is one label per row. */
    public Space {
        Samples.requireAsMany(labels, latents.rows());
    }

    /** Returns a space without labels. */
    public static Space of(String name, Matrix latents) {
        return new Space(name, latents, Optional.empty());
    }

    /** Returns a space with labels. */
    public static Space of(String name, Matrix latents, Labels labels) {
        return new Space(name, latents, Optional.of(labels));
    }

    /** Returns <i>n</i>. */
    public int size() {
        return latents.rows();
    }

    /** Returns <i>d</i>. */
    public int width() {
        return latents.cols();
    }

    /**
     * Returns the labels.
     *
     * @throws InvalidInputException when the space has none
     */
    public Labels requireLabels() {
        return labels.orElseThrow(
                () ->
                        new InvalidInputException(
                                "labels are needed, '%s' has none".formatted(name)));
    }
}
