package relrep.runtime.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A file of vectors by digest, which only grows. A record is the SHA-256 of what was encoded, the
 * vector in little-endian float32, and a checksum of both. What a killed process left unfinished is
 * cut off when the file is opened again. One process has the file open at a time.
 */
public final class KeptVectors implements Closeable {
    private static final int DIGEST = 32;
    private static final int CHECKSUM = 4;

    private final FileChannel channel;
    private final int width;
    private final int record;
    private final Map<ByteBuffer, Long> places = new HashMap<>();
    private long end;

    private KeptVectors(FileChannel channel, int width) {
        this.channel = channel;
        this.width = width;
        this.record = DIGEST + width * Float.BYTES + CHECKSUM;
    }

    /**
     * Opens a file, and creates it if it is missing.
     *
     * @param width of the vectors
     * @param from the position of the first record to use
     */
    static KeptVectors open(Path path, int width, long from) throws IOException {
        Files.createDirectories(path.getParent());
        FileChannel channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        KeptVectors file = new KeptVectors(channel, width);
        try {
            file.read(from);
            return file;
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private void read(long from) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(record).order(ByteOrder.LITTLE_ENDIAN);
        end = from;
        while (end + record <= channel.size()) {
            fill(buffer, end);
            if (buffer.getInt(record - CHECKSUM) != checksum(buffer.array())) {
                break;
            }
            places.put(digest(buffer.array()), end);
            end += record;
        }
        if (end < channel.size()) {
            channel.truncate(end);
        }
    }

    private void fill(ByteBuffer buffer, long position) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the file ended while it was read");
            }
        }
    }

    private static ByteBuffer digest(byte[] bytes) {
        byte[] own = new byte[DIGEST];
        System.arraycopy(bytes, 0, own, 0, DIGEST);
        return ByteBuffer.wrap(own);
    }

    private int checksum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, record - CHECKSUM);
        return (int) sum.getValue();
    }

    /** Returns whether there is a vector for a digest. */
    public boolean has(byte[] digest) {
        return places.containsKey(ByteBuffer.wrap(digest));
    }

    /** Returns the vector of a digest that {@linkplain #has is there}. */
    public float[] get(byte[] digest) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(record).order(ByteOrder.LITTLE_ENDIAN);
        fill(buffer, places.get(ByteBuffer.wrap(digest)));
        float[] vector = new float[width];
        buffer.position(DIGEST).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }

    /** Returns the position after the last record. */
    long end() {
        return end;
    }

    /** Adds a vector at the end. */
    public void add(byte[] digest, float[] vector) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(record).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(digest);
        for (float value : vector) {
            buffer.putFloat(value);
        }
        buffer.putInt(checksum(buffer.array()));
        buffer.flip();
        long place = end;
        while (buffer.hasRemaining()) {
            channel.write(buffer, end + buffer.position());
        }
        end += record;
        places.put(digest(buffer.array()), place);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
