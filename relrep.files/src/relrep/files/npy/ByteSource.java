package relrep.files.npy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes that can be read at any place: a file, or what is packed in one. */
interface ByteSource extends Closeable {
    /** Returns how many bytes there are. */
    long size() throws IOException;

    /** Reads some bytes at a place, or returns -1 at the end. */
    int read(ByteBuffer into, long at) throws IOException;

    /** Returns what stands behind an offset in a sentence: nothing, or what it counts. */
    default String unit() {
        return "";
    }
}
