package relrep.files.npy;

import relrep.api.run.InvalidInputException;
import relrep.files.Unpacked;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * Bytes that are unpacked from their beginning. Reading forward is cheap; going back starts again.
 */
final class PackedBytes implements ByteSource {
    private static final int PIECE = 1 << 16;

    private final Closeable owner;
    private final String name;
    private final Opening opening;
    private final long size;
    private final OptionalLong checksum;
    private final byte[] piece = new byte[PIECE];
    private final CRC32 seen = new CRC32();
    private InputStream in;
    private long position;

    /** Opens the bytes at their beginning. */
    interface Opening {
        InputStream open() throws IOException;
    }

    /**
     * Makes a source of known length.
     *
     * @param name its name in messages
     * @param size the number of unpacked bytes
     * @param checksum CRC-32 of all of them, compared after the last byte
     * @param owner closed with this source
     */
    PackedBytes(String name, Opening opening, long size, OptionalLong checksum, Closeable owner) {
        this.owner = owner;
        this.name = name;
        this.opening = opening;
        this.size = size;
        this.checksum = checksum;
    }

    /** Unpacks a gzip file once to find its length, without keeping anything. */
    static PackedBytes gzip(Path file) throws IOException {
        Opening opening = () -> new Unpacked(file, Files.newInputStream(file));
        try (PackedBytes unknown = gzip(file, opening, Long.MAX_VALUE)) {
            unknown.go(Long.MAX_VALUE);
            return gzip(file, opening, unknown.position);
        }
    }

    private static PackedBytes gzip(Path file, Opening opening, long size) {
        return new PackedBytes(file.toString(), opening, size, OptionalLong.empty(), () -> {});
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        go(at);
        if (position < at) {
            return -1;
        }
        int read = some(into.remaining());
        if (read > 0) {
            into.put(piece, 0, read);
        }
        return read;
    }

    private void go(long at) throws IOException {
        if (in == null || at < position) {
            shut();
            position = 0;
            seen.reset();
            try {
                in = opening.open();
            } catch (EOFException | ZipException e) {
                throw damaged(e);
            }
        }
        while (position < at) {
            if (some(at - position) < 0) {
                return;
            }
        }
    }

    private int some(long most) throws IOException {
        try {
            int read = in.read(piece, 0, (int) Math.min(piece.length, most));
            if (read > 0) {
                position += read;
                seen.update(piece, 0, read);
                requireChecksum();
            }
            return read;
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    /** Reads everything to the end. */
    void requireWhole() throws IOException {
        go(Long.MAX_VALUE);
    }

    private void requireChecksum() {
        if (position == size && checksum.isPresent() && checksum.getAsLong() != seen.getValue()) {
            throw new InvalidInputException(
                    "%s must have the CRC-32 %08x, as its archive says, but has %08x; get it anew"
                            .formatted(name, checksum.getAsLong(), seen.getValue()));
        }
    }

    private InvalidInputException damaged(IOException e) {
        return new InvalidInputException(
                "%s, offset %d%s: expected whole packed data, found %s"
                        .formatted(
                                name,
                                position,
                                unit(),
                                e instanceof EOFException
                                        ? "the end of the packed file"
                                        : "damage (" + e.getMessage() + ")"),
                e);
    }

    @Override
    public String unit() {
        return " of the unpacked data";
    }

    private void shut() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }

    @Override
    public void close() throws IOException {
        shut();
        owner.close();
    }
}
