package relrep.api.file;

import org.osgi.annotation.versioning.ConsumerType;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;

/**
 * An open file: <i>n</i> vectors of <i>d</i> numbers, perhaps with a key each, or <i>n</i> whole
 * numbers, or <i>n</i> words. It may be larger than memory. One thread at a time may use it.
 *
 * <p>Laws: the numbers of a row do not depend on the blocks that are read; every number returned is
 * finite; the memory used is in proportion to the length of the file.
 */
@ConsumerType
public interface VectorFile extends Closeable {
    /** The number of rows that {@link #keys()} reads at once. */
    int KEYS_AT_ONCE = 1024;

    /** The kinds of content. */
    enum Content {
        /** A table of numbers, {@code n × d}. */
        VECTORS,
        /** A list of <i>n</i> whole numbers: labels, or numbers of rows from 0. */
        INTEGERS,
        /** A list of <i>n</i> words, one a line. */
        KEYS
    }

    /** Returns the kind of content. */
    Content content();

    /** Returns <i>n</i>. */
    long rows();

    /** Returns <i>d</i>, or 0 for a file without vectors. */
    int width();

    /** Returns whether every row has a key. */
    boolean keyed();

    /**
     * Returns rows {@code from} to {@code to}, the latter excluded. A list of words gives the keys
     * and a matrix of width 0. Reading forward is cheap; going back may read the file from its
     * beginning.
     *
     * @throws relrep.api.run.InvalidInputException when the rows do not exist, the file holds no
     *     vectors, or a number is not finite or beyond float32. The message gives file, row, column
     *     and the place in the file
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
