package relrep.files.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of a file that is not packed.
 *
 * @param channel the open file
 */
record PlainBytes(FileChannel channel) implements ByteSource {
    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        return channel.read(into, at);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
