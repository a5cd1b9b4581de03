package relrep.onnx.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An input or an output of a model.
 *
 * @param name its name
 * @param type the type of its elements
 * @param dimensions its sizes; {@link #FREE} where any size goes
 */
public record ModelPort(String name, ElementType type, List<Long> dimensions) {
    /** A size that the model leaves open. */
    public static final long FREE = -1;

    /** Copies the sizes. */
    public ModelPort {
        dimensions = List.copyOf(dimensions);
    }

    /** Returns the number of its dimensions. */
    public int rank() {
        return dimensions.size();
    }

    /** Returns the last of its sizes, the width of vectors. */
    public long last() {
        return dimensions.get(rank() - 1);
    }

    /** Returns it for a sentence: {@code input_ids (int64, ?×?)}. */
    @Override
    public String toString() {
        String sizes =
                dimensions.stream()
                        .map(size -> size == FREE ? "?" : size.toString())
                        .collect(Collectors.joining("×"));
        return "%s (%s, %s)".formatted(name, type.label(), sizes.isEmpty() ? "scalar" : sizes);
    }

    /** Returns several for a sentence. */
    public static String list(List<ModelPort> ports) {
        return ports.stream().map(ModelPort::toString).collect(Collectors.joining(", "));
    }
}
