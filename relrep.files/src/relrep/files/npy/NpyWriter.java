package relrep.files.npy;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.UnavailableException;
import relrep.files.PartFile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes a table of float32 in C order, block by block, with the same bytes as {@code numpy.save}.
 * The file appears when {@link #commit} is called, complete, or not at all.
 */
public final class NpyWriter implements Closeable {
    private static final int ALIGNMENT = 64;
    private static final int GROWTH_DIGITS = 21;
    private static final int PIECE_FLOATS = 1 << 16;

    private final PartFile file;
    private final ByteBuffer piece =
            ByteBuffer.allocateDirect(PIECE_FLOATS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final long rows;
    private final int cols;
    private long written;

    private NpyWriter(PartFile file, long rows, int cols) {
        this.file = file;
        this.rows = rows;
        this.cols = cols;
    }

    /** Writes a whole matrix. */
    public static void write(Path target, Matrix matrix) {
        try (NpyWriter writer = to(target, matrix.rows(), matrix.cols())) {
            writer.append(matrix);
            writer.commit();
        }
    }

    /**
     * Starts a file.
     *
     * @param target its path; an existing file is replaced
     * @param rows <i>n</i>, the number of rows that will be appended
     * @param cols <i>d</i>
     * @throws InvalidInputException when a file cannot be written there
     */
    public static NpyWriter to(Path target, long rows, int cols) {
        if (rows < 0 || cols < 0) {
            throw new InvalidInputException(
                    "a table must have 0 rows and columns or more, not %d × %d"
                            .formatted(rows, cols));
        }
        return new NpyWriter(PartFile.of(target), rows, cols).begun();
    }

    private NpyWriter begun() {
        try {
            writeFully(ByteBuffer.wrap(header(rows, cols)));
            return this;
        } catch (UnavailableException e) {
            close();
            throw e;
        }
    }

    /**
     * Returns the header as NumPy writes it, with the space that NumPy leaves for a growing number
     * of rows.
     */
    public static byte[] header(long rows, int cols) {
        int room = GROWTH_DIGITS - String.valueOf(rows).length();
        return header("<f4", "(%d, %d)".formatted(rows, cols), room);
    }

    /**
     * Returns the header of an array of any type in C order.
     *
     * @param descr the type of its elements
     * @param shape the shape as a Python tuple
     */
    public static byte[] header(String descr, String shape) {
        return header(descr, shape, 0);
    }

    private static byte[] header(String descr, String shape, int room) {
        String text =
                "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(descr, shape);
        text += " ".repeat(room);
        int prefix = 10;
        int length = (prefix + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - prefix;
        ByteBuffer header = ByteBuffer.allocate(prefix + length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        header.putShort((short) length);
        header.put(text.getBytes(StandardCharsets.US_ASCII));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }

    /**
     * Writes the next rows.
     *
     * @throws InvalidInputException when their width differs from the table's, or they are too many
     * @throws UnavailableException when the disk is full
     */
    public void append(Matrix block) {
        if (block.cols() != cols || written + block.rows() > rows) {
            throw new InvalidInputException(
                    "a block must have %d columns and at most the %d rows that are left, not %d × %d"
                            .formatted(cols, rows - written, block.rows(), block.cols()));
        }
        FloatBuffer values = block.buffer();
        while (values.hasRemaining()) {
            int count = Math.min(PIECE_FLOATS, values.remaining());
            FloatBuffer slice = values.slice(values.position(), count);
            piece.clear();
            piece.asFloatBuffer().put(slice);
            writeFully(piece.limit(count * Float.BYTES));
            values.position(values.position() + count);
        }
        written += block.rows();
    }

    private void writeFully(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                file.channel().write(bytes);
            }
        } catch (IOException e) {
            throw file.failed(e);
        }
    }

    /**
     * Finishes the file and gives it its name.
     *
     * @throws InvalidInputException when rows are missing
     */
    public void commit() {
        if (written != rows) {
            throw new InvalidInputException(
                    "%s must get %d rows, but got %d".formatted(file.target(), rows, written));
        }
        file.commit();
    }

    /** Deletes the file if it was not committed. */
    @Override
    public void close() {
        file.close();
    }
}
