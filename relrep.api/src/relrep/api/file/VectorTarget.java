package relrep.api.file;

import relrep.api.run.InvalidInputException;

import java.nio.file.Path;

/**
 * A file of vectors to write.
 *
 * @param file its path; the ending selects the format, and an existing file is replaced
 * @param rows <i>n</i>
 * @param width <i>d</i>
 * @param keyed whether every row has a key
 */
public record VectorTarget(Path file, long rows, int width, boolean keyed) {
    /** Checks the shape. */
    public VectorTarget {
        if (rows < 0 || width < 0) {
            throw new InvalidInputException(
                    "a table must have 0 rows and columns or more, not %d × %d"
                            .formatted(rows, width));
        }
    }
}
