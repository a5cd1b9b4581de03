package relrep.bench;

import relrep.api.data.Matrix;
import relrep.files.npy.NpyFile;
import relrep.files.npy.NpyWriter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A {@code .npy} file with an input, which both sides of a comparison read. */
final class InputFile {
    private InputFile() {}

    /** Reads the first rows into off-heap memory, where both sides keep their inputs. */
    static Matrix rows(Path path, int rows) {
        try (NpyFile file = NpyFile.open(path).flattened()) {
            Matrix all = file.matrix();
            if (all.rows() < rows) {
                throw new MissingInputException(
                        "%s must have %d rows, and has %d".formatted(path, rows, all.rows()));
            }
            Matrix first = all.rows(0, rows);
            return Matrix.filled(rows, all.cols(), memory -> memory.put(first.buffer()));
        }
    }

    static int[] labels(Path path) {
        try (NpyFile file = NpyFile.open(path)) {
            return Arrays.stream(file.integers()).mapToInt(Math::toIntExact).toArray();
        }
    }

    /**
     * Writes float32.
     *
     * @param shape the shape as NumPy writes it
     */
    static void write(Path path, Matrix matrix, String shape) {
        byte[] header = NpyWriter.header("<f4", shape);
        ByteBuffer bytes = bytes(header, matrix.rows() * matrix.cols());
        bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(matrix.buffer());
        write(path, bytes.rewind());
    }

    static void write(Path path, int[] labels) {
        byte[] header = NpyWriter.header("<i4", "(%d,)".formatted(labels.length));
        ByteBuffer bytes = bytes(header, labels.length);
        bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(labels);
        write(path, bytes.rewind());
    }

    private static ByteBuffer bytes(byte[] header, int count) {
        return ByteBuffer.allocateDirect(header.length + count * Float.BYTES).put(header);
    }

    /** Writes a temporary file and renames it, so that an existing file is complete. */
    private static void write(Path path, ByteBuffer bytes) {
        try {
            Files.createDirectories(path.getParent());
            Path aside = Files.createTempFile(path.getParent(), ".made", ".tmp");
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            Files.move(aside, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
