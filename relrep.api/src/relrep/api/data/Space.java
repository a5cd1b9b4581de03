package relrep.api.data;

import relrep.api.run.InvalidInputException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The latents of samples in one encoder's space.
 *
 * @param name its name in messages
 * @param latents {@code n × d}
 * @param labels {@code n} labels, where there are any
 * @param keys <i>n</i> names of the samples, where they have names
 */
public record Space(
        String name, Matrix latents, Optional<Labels> labels, Optional<List<String>> keys) {
    /** Checks that there is one label, and one key, per row. */
    public Space {
        Samples.requireAsMany(labels, latents.rows());
        keys = keys.map(List::copyOf);
        if (keys.isPresent() && keys.get().size() != latents.rows()) {
            throw new InvalidInputException(
                    "there must be one key a row: %d rows, %d keys"
                            .formatted(latents.rows(), keys.get().size()));
        }
    }

    /** Makes a space without keys. */
    public Space(String name, Matrix latents, Optional<Labels> labels) {
        this(name, latents, labels, Optional.empty());
    }

    /** Returns a space without labels. */
    public static Space of(String name, Matrix latents) {
        return new Space(name, latents, Optional.empty());
    }

    /** Returns a space with labels. */
    public static Space of(String name, Matrix latents, Labels labels) {
        return new Space(name, latents, Optional.of(labels));
    }

    /** Returns the rows with these numbers, in this order. */
    public Space select(int... rows) {
        return new Space(
                name,
                latents.select(rows),
                labels.map(all -> all.select(rows)),
                keys.map(all -> Arrays.stream(rows).mapToObj(all::get).toList()));
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
