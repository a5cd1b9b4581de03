package relrep.datasets.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Makes small IDX contents, valid or broken. */
final class IdxBytes {
    private IdxBytes() {}

    /** {@code n} pictures whose pixels count up from 0, picture after picture, modulo 256. */
    static byte[] pictures(int n, int height, int width) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + n * height * width);
        bytes.putInt(0x0803).putInt(n).putInt(height).putInt(width);
        for (int i = 0; bytes.hasRemaining(); i++) {
            bytes.put((byte) i);
        }
        return bytes.array();
    }

    static byte[] labels(int... labels) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length);
        bytes.putInt(0x0801).putInt(labels.length);
        for (int label : labels) {
            bytes.put((byte) label);
        }
        return bytes.array();
    }

    /** The same with an integer of the header changed. */
    static byte[] with(byte[] content, int offset, int value) {
        byte[] changed = content.clone();
        ByteBuffer.wrap(changed).putInt(offset, value);
        return changed;
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
