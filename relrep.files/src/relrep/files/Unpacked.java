package relrep.files;

import relrep.api.run.InvalidInputException;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks gzip. It fails when the content is far larger than vectors packed into so few bytes could
 * be: a megabyte may unpack to a gigabyte of zeros. A user who wants this can unpack the file
 * beforehand.
 */
public final class Unpacked extends InputStream {
    /** The size in bytes up to which the ratio is not checked. */
    public static final long FREE = 1L << 26;

    /**
     * The largest allowed ratio. Numbers are packed to a half or a tenth, rows of zeros and ones to
     * a hundredth.
     */
    public static final long RATIO = 250;

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Counted packed;
    private final InputStream in;
    private long unpacked;

    /**
     * Unpacks an open file.
     *
     * @param file the file, for messages
     * @param raw its bytes
     */
    public Unpacked(Path file, InputStream raw) throws IOException {
        this.file = file;
        this.packed = new Counted(raw);
        this.in = new GZIPInputStream(packed, BUFFER);
    }

    /** Counts the bytes taken. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        unpacked += Math.max(0, read);
        if (unpacked > FREE && unpacked > RATIO * packed.count) {
            throw new InvalidInputException(
                    "%s, offset %d of the unpacked data: expected at most %d times as many bytes as are packed, found %d times as many; unpack it beforehand where they are meant"
                            .formatted(
                                    file, unpacked, RATIO, unpacked / Math.max(1, packed.count)));
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
