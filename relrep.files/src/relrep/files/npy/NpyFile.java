package relrep.files.npy;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.files.FileContent;
import relrep.files.Reason;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * An open {@code .npy}. It can be read as a whole matrix or in blocks of rows, so it may be larger
 * than memory. One thread at a time may use it.
 *
 * <p>It reads floats of 16, 32 and 64 bits, integers of 8 to 64 bits and booleans, in C and in
 * Fortran order, of either byte order. NaN and infinity are read unchanged; a finite double beyond
 * the range of float32 is refused. An array of one dimension is a table of one row.
 */
public final class NpyFile implements Closeable {
    private static final long BLOCK_FLOATS = 1 << 20;
    private static final long LARGEST = Integer.MAX_VALUE - 8L;

    private final String name;
    private final Path file;
    private final ByteSource source;
    private final NpyHeader header;
    private Blocks blocks;

    private NpyFile(String name, Path file, ByteSource source, NpyHeader header) {
        this.name = name;
        this.file = file;
        this.source = source;
        this.header = header;
    }

    /**
     * Opens a file, gzip or not, and reads its header.
     *
     * @throws InvalidInputException when it is not a complete {@code .npy} of numbers. The message
     *     gives file, offset, what was expected and what was found
     */
    public static NpyFile open(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(file + " must be a .npy file, but is a folder");
        }
        return open(
                file.toString(),
                file,
                () ->
                        FileContent.isGzip(file)
                                ? PackedBytes.gzip(file)
                                : new PlainBytes(FileChannel.open(file, StandardOpenOption.READ)),
                false);
    }

    /** Opens a source, which the file then owns. */
    interface Opening {
        ByteSource open() throws IOException;
    }

    /**
     * Opens an array of any source.
     *
     * @param name its name in messages
     * @param file the file that contains it
     * @param texts whether it may hold texts
     */
    static NpyFile open(String name, Path file, Opening opening, boolean texts) {
        try {
            ByteSource source = opening.open();
            try {
                NpyHeader header = new NpyHeaderReader(name, source, texts).read();
                return new NpyFile(name, file, source, header);
            } catch (IOException | RuntimeException e) {
                source.close();
                throw e;
            }
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
    }

    /** Returns the header. */
    public NpyHeader header() {
        return header;
    }

    /**
     * Returns this file as a table with a row for each entry of the first dimension: pictures of
     * shape {@code (n, height, width)} are {@code n} rows. Both share one open file.
     *
     * @throws InvalidInputException when it is in Fortran order and has more than two dimensions
     */
    public NpyFile flattened() {
        if (header.shape().size() <= 2) {
            return this;
        }
        if (header.fortran()) {
            throw new InvalidInputException(
                    "%s must be in C order to be read row by row, but has shape %s in Fortran order"
                            .formatted(name, header.written()));
        }
        return new NpyFile(name, file, source, header.flattened());
    }

    /** Returns <i>n</i> of a table of numbers. */
    public long rows() {
        requireTable();
        return header.table().get(0);
    }

    /** Returns <i>d</i> of a table of numbers. */
    public int cols() {
        requireTable();
        return (int) (long) header.table().get(1);
    }

    private void requireTable() {
        int dimensions = header.shape().size();
        if (dimensions < 1 || dimensions > 2 || header.type().text()) {
            throw new InvalidInputException(
                    "%s must be a table of numbers, of shape (n, d), but has %s of shape %s"
                            .formatted(name, header.type().kind().words(), header.written()));
        }
        long d = header.table().get(1);
        if (d > Integer.MAX_VALUE) {
            throw new InvalidInputException(
                    "%s must have at most %d columns, not %d"
                            .formatted(name, Integer.MAX_VALUE, d));
        }
    }

    /**
     * Returns the whole table. Little-endian float32 in C order of up to 2 GiB is mapped, not read:
     * this costs no memory and no time until the values are used. Meanwhile no other program may
     * change or truncate the file. Any other content is converted to float32 in memory of its own.
     *
     * @throws InvalidInputException when it is not a table of numbers, or larger than a matrix can
     *     be
     */
    public Matrix matrix() {
        long n = rows();
        int d = cols();
        if (n * Math.max(1, d) > LARGEST) {
            throw tooLarge(n);
        }
        if (header.elements() == 0) {
            return Matrix.of((int) n, d);
        }
        try {
            return source instanceof PlainBytes plain && mappable()
                    ? map(plain.channel(), (int) n, d)
                    : read((int) n, d);
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
    }

    private InvalidInputException tooLarge(long n) {
        return new InvalidInputException(
                "%s must be read in blocks of at most %d values, not %d × %d at once"
                        .formatted(name, LARGEST, n, cols()));
    }

    private boolean mappable() {
        NpyType type = header.type();
        return type.kind() == NpyType.Kind.FLOAT
                && type.bytes() == Float.BYTES
                && type.order() == ByteOrder.LITTLE_ENDIAN
                && (!header.fortran() || header.shape().contains(1L))
                && header.start() % Float.BYTES == 0
                && header.elements() * Float.BYTES <= Integer.MAX_VALUE;
    }

    private Matrix map(FileChannel channel, int n, int d) throws IOException {
        ByteBuffer mapped =
                channel.map(
                        FileChannel.MapMode.READ_ONLY,
                        header.start(),
                        header.elements() * Float.BYTES);
        return Matrix.wrap(n, d, mapped.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer());
    }

    private Blocks blocks() {
        if (blocks == null) {
            blocks = new Blocks(name, source, header);
        }
        return blocks;
    }

    private Matrix read(int n, int d) throws IOException {
        int block = (int) Math.max(1, Math.min(n, BLOCK_FLOATS / d));
        float[] values = new float[block * d];
        IOException[] failed = {null};
        Matrix matrix =
                Matrix.filled(
                        n, d, memory -> failed[0] = fill(blocks(), memory, values, block, n, d));
        if (failed[0] != null) {
            throw failed[0];
        }
        return matrix;
    }

    private static IOException fill(
            Blocks blocks, FloatBuffer memory, float[] values, int block, int n, int d) {
        try {
            for (int from = 0; from < n; from += block) {
                int count = Math.min(block, n - from);
                blocks.read(from, count, values);
                memory.put(values, 0, count * d);
            }
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    /**
     * Returns rows {@code from} to {@code to}, the latter excluded, of a table of any size, in
     * memory of their own.
     *
     * @throws InvalidInputException when the rows do not exist, or are more than a matrix can hold
     */
    public Matrix rows(long from, long to) {
        if (from < 0 || to < from || to > rows()) {
            throw new InvalidInputException(
                    "rows of %s must be 0 to %d, not %d to %d".formatted(name, rows(), from, to));
        }
        if ((to - from) * Math.max(1, cols()) > LARGEST) {
            throw tooLarge(to - from);
        }
        int count = (int) (to - from);
        float[] values = new float[count * cols()];
        try {
            blocks().read(from, count, values);
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
        return Matrix.of(count, cols(), values);
    }

    /**
     * Returns an array of integers of one dimension: row numbers, labels.
     *
     * @throws InvalidInputException when it has another shape, or other elements
     */
    public long[] integers() {
        if (header.shape().size() != 1 || !header.type().integer()) {
            throw new InvalidInputException(
                    "%s must be a list of integers, of shape (n,), but has %s of shape %s"
                            .formatted(name, header.type().kind().words(), header.written()));
        }
        try {
            return blocks().integers();
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
    }

    /** Returns an array of texts, bytes or integers of one dimension, as texts. */
    List<String> texts() {
        boolean usable = header.type().text() || header.type().integer();
        if (header.shape().size() != 1 || !usable) {
            throw new InvalidInputException(
                    "%s must be a list of texts, bytes or integers, of shape (n,), but has %s of shape %s"
                            .formatted(name, header.type().kind().words(), header.written()));
        }
        if (header.type().integer()) {
            return Arrays.stream(integers()).mapToObj(Long::toString).toList();
        }
        try {
            return blocks().texts();
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
    }
}
