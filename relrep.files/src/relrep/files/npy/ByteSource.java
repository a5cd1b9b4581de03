package relrep.files.npy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes that can be read at any position: those of a file, or of a packed entry. */
interface ByteSource extends Closeable {
    /** Returns the number of bytes. */
    long size() throws IOException;

    /** Reads bytes at a position, or returns -1 at the end. */
    int read(ByteBuffer into, long at) throws IOException;

    /** Returns the words after an offset in a message: empty, or the unit that is counted. */
    default String unit() {
        return "";
    }
}
