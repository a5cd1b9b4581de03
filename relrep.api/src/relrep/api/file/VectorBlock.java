package relrep.api.file;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.util.List;

/**
 * Consecutive rows of a file.
 *
 * @param vectors {@code n × d}, finite
 * @param keys the names of the rows, <i>n</i> words or ids; empty where they have none
 */
public record VectorBlock(Matrix vectors, List<String> keys) {
    /** Requires one key a row, or none at all. */
    public VectorBlock {
        keys = List.copyOf(keys);
        if (!keys.isEmpty() && keys.size() != vectors.rows()) {
            throw new InvalidInputException(
                    "there must be one key a row: %d rows, %d keys"
                            .formatted(vectors.rows(), keys.size()));
        }
    }

    /** Returns rows without names. */
    public static VectorBlock of(Matrix vectors) {
        return new VectorBlock(vectors, List.of());
    }
}
