package relrep.api.file;

import org.osgi.annotation.versioning.ConsumerType;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;

/**
 * An open file: <i>n</i> vectors of <i>d</i> numbers, perhaps with a key each, or <i>n</i> whole
 * numbers. It may be larger than memory. For one thread at a time.
 *
 * <p>Laws: the same rows are the same numbers, however they are cut into blocks; every number that
 * is returned is finite; no memory is taken that the length of the file does not justify.
 */
@ConsumerType
public interface VectorFile extends Closeable {
    /** How many rows {@link #keys()} reads at once. */
    int KEYS_AT_ONCE = 1024;

    /** What a file can hold. */
    enum Content {
        /** A table of numbers, {@code n × d}. */
        VECTORS,
        /** A list of <i>n</i> whole numbers: labels, or numbers of rows from 0. */
        INTEGERS,
        /** A list of <i>n</i> words, one a line. */
        KEYS
    }

    /** Returns what it holds. */
    Content content();

    /** Returns <i>n</i>. */
    long rows();

    /** Returns <i>d</i>; 0 where there are no vectors. */
    int width();

    /** Tells whether every row has a key. */
    boolean keyed();

    /**
     * Returns rows {@code from} to {@code to}, the latter excluded; of a list of words the keys
     * alone, with a matrix that is 0 wide. Going forward is cheap; going back may read the file
     * from its beginning.
     *
     * @throws relrep.api.run.InvalidInputException when there are no such rows, when it holds no
     *     vectors, or when a number is not finite or not within float32: file, row, column, and
     *     where in the file
     */
    VectorBlock read(long from, long to);

    /**
     * Returns the keys of all rows, in order; empty where they have none.
     *
     * @throws relrep.api.run.InvalidInputException as {@link #read} does
     */
    default List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (long from = 0; keyed() && from < rows(); from += KEYS_AT_ONCE) {
            keys.addAll(read(from, Math.min(rows(), from + KEYS_AT_ONCE)).keys());
        }
        return keys;
    }

    /**
     * Returns all whole numbers of a list.
     *
     * @throws relrep.api.run.InvalidInputException when it holds no whole numbers
     */
    long[] integers();

    @Override
    void close();
}
