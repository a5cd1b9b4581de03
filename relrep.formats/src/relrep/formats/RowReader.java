package relrep.formats;

import java.io.Closeable;

/** Reads rows from the beginning of a file to its end. */
interface RowReader extends Closeable {
    /**
     * Reads the next row, whose number is known to exist.
     *
     * @param row its number, from 0
     * @param into where its vector goes
     * @param at where in the array
     * @return its key, or the empty text
     */
    String next(long row, float[] into, int at);

    /** Passes over the next row and returns its key. */
    String skip(long row);

    @Override
    void close();
}
