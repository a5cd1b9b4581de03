package relrep.formats;

import java.io.Closeable;

/** Reads the rows of a file from beginning to end. */
interface RowReader extends Closeable {
    /**
     * Reads the next row, which is known to exist.
     *
     * @param row its number, from 0
     * @param into receives its vector
     * @param at the position in the array
     * @return its key, or the empty text
     */
    String next(long row, float[] into, int at);

    /** Skips the next row and returns its key. */
    String skip(long row);

    @Override
    void close();
}
