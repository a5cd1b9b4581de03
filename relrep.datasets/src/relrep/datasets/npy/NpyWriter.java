package relrep.datasets.npy;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.UnavailableException;
import relrep.datasets.file.Reason;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a table of float32 in C order, block after block, byte for byte as {@code numpy.save}
 * does. Under its own name the file appears whole, when {@link #commit} is called, or not at all.
 */
public final class NpyWriter implements Closeable {
    private static final int ALIGNMENT = 64;
    private static final int GROWTH_DIGITS = 21;
    private static final int PIECE_FLOATS = 1 << 16;

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final ByteBuffer piece =
            ByteBuffer.allocateDirect(PIECE_FLOATS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final long rows;
    private final int cols;
    private long written;

    private NpyWriter(Path target, Path part, FileChannel channel, long rows, int cols) {
        this.target = target;
        this.part = part;
        this.channel = channel;
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
     * Begins a file.
     *
     * @param target its name; a file of that name is replaced
     * @param rows <i>n</i>, how many will be appended
     * @param cols <i>d</i>
     * @throws InvalidInputException when it cannot be written there
     */
    public static NpyWriter to(Path target, long rows, int cols) {
        if (rows < 0 || cols < 0) {
            throw new InvalidInputException(
                    "a table must have 0 rows and columns or more, not %d × %d"
                            .formatted(rows, cols));
        }
        if (Files.isDirectory(target)) {
            throw new InvalidInputException(
                    target + " must be a file to write to, but is a folder");
        }
        for (int i = 0; ; i++) {
            Path part = target.resolveSibling(target.getFileName() + "." + i + ".part");
            try {
                FileChannel channel =
                        FileChannel.open(
                                part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                return new NpyWriter(target, part, channel, rows, cols).begun();
            } catch (FileAlreadyExistsException e) {
                continue; // somebody writes it, or was cut off
            } catch (IOException e) {
                String reason =
                        e instanceof NoSuchFileException ? "there is no such folder" : Reason.of(e);
                throw new InvalidInputException(
                        "%s must be writable, but is not: %s".formatted(target, reason), e);
            }
        }
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

    /** The header of NumPy, with the room that it leaves for the number of rows to grow. */
    static byte[] header(long rows, int cols) {
        String text =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }"
                        .formatted(rows, cols);
        text += " ".repeat(GROWTH_DIGITS - String.valueOf(rows).length());
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
     * @throws InvalidInputException when they are not as wide as the table, or too many
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
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Gives the file its name.
     *
     * @throws InvalidInputException when rows are missing
     */
    public void commit() {
        if (written != rows) {
            throw new InvalidInputException(
                    "%s must get %d rows, but got %d".formatted(target, rows, written));
        }
        try {
            channel.close();
            Files.move(
                    part,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private UnavailableException failed(IOException e) {
        return new UnavailableException(
                "%s could not be written to its end: %s".formatted(target, Reason.of(e)), e);
    }

    /** Throws away what was not committed. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
