package relrep.api.data;

import relrep.api.run.InvalidInputException;

import java.util.Optional;

/**
 * Samples as one encoder sees them.
 *
 * @param name what messages call it
 * @param latents {@code n × d}
 * @param labels {@code n} labels, where there are any
 */
public record Space(String name, Matrix latents, Optional<Labels> labels) {
    /** Requires one label a row. */
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

    /** Returns the labels of a space that must have them. */
    public Labels requireLabels() {
        return labels.orElseThrow(
                () ->
                        new InvalidInputException(
                                "labels are needed, '%s' has none".formatted(name)));
    }
}
