package relrep.api.data;

import relrep.api.run.InvalidInputException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Samples of a dataset: the inputs of networks, with their classes and names.
 *
 * @param content <i>n</i> inputs: numbers or texts
 * @param labels {@code n} labels, where the dataset has them
 * @param keys <i>n</i> names of the samples (words, ids), where they have names; samples of two
 *     datasets with the same key correspond
 */
public record Samples(Inputs content, Optional<Labels> labels, Optional<List<String>> keys) {
    /** Checks that the parts have the same number of rows, and copies the keys. */
    public Samples {
        requireAsMany(labels, content.size());
        keys = keys.map(List::copyOf);
        if (keys.isPresent() && keys.get().size() != content.size()) {
            throw new InvalidInputException(
                    "there must be one key a row: %d rows, %d keys"
                            .formatted(content.size(), keys.get().size()));
        }
    }

    /**
     * Makes samples of numbers.
     *
     * @param inputs {@code n × shape.size()}
     * @param shape the layout of a row
     */
    public Samples(
            Matrix inputs, Shape shape, Optional<Labels> labels, Optional<List<String>> keys) {
        this(new Numbers(requireWidth(inputs, shape), shape), labels, keys);
    }

    /** Makes samples of numbers without keys. */
    public Samples(Matrix inputs, Shape shape, Optional<Labels> labels) {
        this(inputs, shape, labels, Optional.empty());
    }

    private static Matrix requireWidth(Matrix inputs, Shape shape) {
        if (inputs.cols() != shape.size()) {
            throw new InvalidInputException(
                    "samples of shape %s need %d coordinates, not %d"
                            .formatted(shape, shape.size(), inputs.cols()));
        }
        return inputs;
    }

    static void requireAsMany(Optional<Labels> labels, int rows) {
        if (labels.isPresent() && labels.get().size() != rows) {
            throw new InvalidInputException(
                    "there must be one label a row: %d rows, %d labels"
                            .formatted(rows, labels.get().size()));
        }
    }

    /**
     * Returns the inputs as numbers, {@code n × shape.size()}.
     *
     * @throws InvalidInputException when the samples are texts
     */
    public Matrix inputs() {
        return content.numbers();
    }

    /**
     * Returns the layout of a row of numbers.
     *
     * @throws InvalidInputException when the samples are texts
     */
    public Shape shape() {
        return content.shape();
    }

    /**
     * Returns the inputs as texts.
     *
     * @throws InvalidInputException when the samples are numbers
     */
    public List<String> texts() {
        return content.texts();
    }

    /** Returns <i>n</i>. */
    public int size() {
        return content.size();
    }

    /** Returns these samples with keys. */
    public Samples keyed(List<String> names) {
        return new Samples(content, labels, Optional.of(names));
    }

    /** Returns these samples, in this order. */
    public Samples select(int... rows) {
        return new Samples(
                content.select(rows),
                labels.map(l -> l.select(rows)),
                keys.map(all -> Arrays.stream(rows).mapToObj(all::get).toList()));
    }

    /**
     * Returns the samples {@code from} to {@code to}, the latter excluded, over the same memory.
     */
    public Samples rows(int from, int to) {
        int[] numbers = IntStream.range(from, to).toArray();
        return new Samples(
                content.rows(from, to),
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
