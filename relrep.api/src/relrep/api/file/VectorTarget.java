package relrep.api.file;

import relrep.api.run.InvalidInputException;

import java.nio.file.Path;

/**
 * A file that is to be written.
 *
 * @param file its name, whose ending tells the format; a file of that name is replaced
 * @param rows <i>n</i>, how many there will be
 * @param width <i>d</i>
 * @param keyed whether every row has a key
 */
public record VectorTarget(Path file, long rows, int width, boolean keyed) {
    /** Requires a shape. */
    public VectorTarget {
        if (rows < 0 || width < 0) {
            throw new InvalidInputException(
                    "a table must have 0 rows and columns or more, not %d × %d"
                            .formatted(rows, width));
        }
    }
}
