package relrep.api.data;

import relrep.api.run.InvalidInputException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Samples of a dataset: the inputs of networks.
 *
 * @param inputs {@code n × shape.size()}
 * @param shape the layout of a row
 * @param labels {@code n} labels, where the dataset has them
 * @param keys <i>n</i> names of the samples (words, ids), where they have names
 */
public record Samples(
        Matrix inputs, Shape shape, Optional<Labels> labels, Optional<List<String>> keys) {
    /** Checks that the parts have the same number of rows, and copies the keys. */
    public Samples {
        if (inputs.cols() != shape.size()) {
            throw new InvalidInputException(
                    "samples of shape %s need %d coordinates, not %d"
                            .formatted(shape, shape.size(), inputs.cols()));
        }
        requireAsMany(labels, inputs.rows());
        keys = keys.map(List::copyOf);
        if (keys.isPresent() && keys.get().size() != inputs.rows()) {
            throw new InvalidInputException(
                    "there must be one key a row: %d rows, %d keys"
                            .formatted(inputs.rows(), keys.get().size()));
        }
    }

    /** Makes samples without keys. */
    public Samples(Matrix inputs, Shape shape, Optional<Labels> labels) {
        this(inputs, shape, labels, Optional.empty());
    }

    static void requireAsMany(Optional<Labels> labels, int rows) {
        if (labels.isPresent() && labels.get().size() != rows) {
            throw new InvalidInputException(
                    "there must be one label a row: %d rows, %d labels"
                            .formatted(rows, labels.get().size()));
        }
    }

    /** Returns <i>n</i>. */
    public int size() {
        return inputs.rows();
    }

    /** Returns these samples with keys. */
    public Samples keyed(List<String> names) {
        return new Samples(inputs, shape, labels, Optional.of(names));
    }

    /** Returns these samples, in this order. */
    public Samples select(int... rows) {
        return new Samples(
                inputs.select(rows),
                shape,
                labels.map(l -> l.select(rows)),
                keys.map(all -> Arrays.stream(rows).mapToObj(all::get).toList()));
    }

    /**
     * Returns the samples {@code from} to {@code to}, the latter excluded, over the same memory.
     */
    public Samples rows(int from, int to) {
        int[] numbers = IntStream.range(from, to).toArray();
        return new Samples(
                inputs.rows(from, to),
                shape,
                labels.map(l -> l.select(numbers)),
                keys.map(all -> all.subList(from, to)));
    }

    /**
     * Returns the labels.
     *
     * @throws InvalidInputException when the samples have none
     */
    public Labels requireLabels() {
        return labels.orElseThrow(
                () ->
                        new InvalidInputException(
                                "labelled samples are needed, these have no labels"));
    }
}
