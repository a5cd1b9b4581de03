package relrep.files;

import relrep.api.run.InvalidInputException;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.ZipException;

/**
 * Reads the content of a file from its beginning, and unpacks gzip. If the content is not as
 * expected, the exception gives the file, the offset, and both the expected and the actual content.
 */
public final class FileContent implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP = 0x1f8b;

    private final Path file;
    private final InputStream in;
    private final boolean packed;
    private final MessageDigest digest = Checksum.start();
    private final boolean hashed;
    private long offset;

    private FileContent(Path file, boolean hashed) throws IOException {
        this.file = file;
        this.hashed = hashed;
        InputStream raw = new BufferedInputStream(Checksum.open(file), BUFFER);
        try {
            packed = startsAsGzip(raw);
            in = packed ? new Unpacked(file, raw) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** Opens a file for reading. */
    public static FileContent open(Path file) {
        return open(file, false);
    }

    /** Opens a file for reading with a {@link #checksum()} of the content. */
    public static FileContent hashed(Path file) {
        return open(file, true);
    }

    private static FileContent open(Path file, boolean hashed) {
        try {
            return new FileContent(file, hashed);
        } catch (EOFException | ZipException e) {
            throw new InvalidInputException(
                    "%s, offset 0: expected a gzip header, found %s"
                            .formatted(file, found(e, "the end of the file")),
                    e);
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
    }

    /**
     * Unpacks a gzip file once without keeping anything, to check that it is complete and not far
     * too large. This is fast, and it comes before slow work on the content.
     */
    public static void requireWhole(Path file) {
        try (FileContent content = open(file)) {
            if (content.packed) {
                content.drain();
            }
        }
    }

    /** Returns whether a file begins with gzip's magic number. */
    public static boolean isGzip(Path file) throws IOException {
        try (InputStream raw = new BufferedInputStream(Checksum.open(file), 2)) {
            return startsAsGzip(raw);
        }
    }

    private static boolean startsAsGzip(InputStream raw) throws IOException {
        raw.mark(2);
        int start = raw.read() << 8 | raw.read();
        raw.reset();
        return start == GZIP;
    }

    /** Returns whether the file is gzip. */
    public boolean packed() {
        return packed;
    }

    /** Returns the number of bytes read, counted after unpacking. */
    public long offset() {
        return offset;
    }

    /**
     * Returns the SHA-256 of everything read, after unpacking. Call it once, on a hashed content.
     */
    public String checksum() {
        return Checksum.text(digest.digest());
    }

    /** Reads a big-endian integer of 32 bits. */
    public int int32(String expected) {
        byte[] bytes = new byte[Integer.BYTES];
        read(bytes, bytes.length, expected);
        return ByteBuffer.wrap(bytes).getInt();
    }

    /**
     * Reads exactly <i>length</i> bytes.
     *
     * @param expected their meaning, for the message
     */
    public void read(byte[] into, int length, String expected) {
        readFrom(offset, into, 0, length, expected);
    }

    private void readFrom(long start, byte[] into, int from, int length, String expected) {
        int done = from;
        while (done < length) {
            int read = some(into, done, length - done);
            if (read < 0) {
                throw wrong(
                        start,
                        expected + " (" + length + " bytes)",
                        "the end of the file after " + done);
            }
            done += read;
        }
    }

    /**
     * Reads exactly <i>length</i> bytes, or returns false if the content has ended before the first
     * of them.
     */
    public boolean readOrEnd(byte[] into, int length, String expected) {
        int first = some(into, 0, 1);
        if (first < 0) {
            return false;
        }
        readFrom(offset - 1, into, 1, length, expected);
        return true;
    }

    /** Reads to the end without keeping anything. Returns the number of bytes. */
    public long drain() {
        byte[] block = new byte[BUFFER];
        long start = offset;
        while (some(block, 0, block.length) >= 0) {
            // the block is of no use
        }
        return offset - start;
    }

    /** Reads some bytes, at least one, or returns -1 at the end. */
    public int some(byte[] into, int from, int length) {
        try {
            int read = in.read(into, from, length);
            if (read > 0) {
                offset += read;
                if (hashed) {
                    digest.update(into, from, read);
                }
            }
            return read;
        } catch (EOFException | ZipException e) {
            throw wrong(offset, "whole gzip data", found(e, "the end of the packed file"));
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
    }

    private static String found(IOException e, String end) {
        return e instanceof EOFException ? end : "damage (" + e.getMessage() + ")";
    }

    /** Returns the exception about the content at an offset. */
    public InvalidInputException wrong(long at, String expected, String found) {
        return new InvalidInputException(
                "%s, offset %d%s: expected %s, found %s"
                        .formatted(
                                file, at, packed ? " of the unpacked data" : "", expected, found));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
    }
}
