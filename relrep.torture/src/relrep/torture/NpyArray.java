package relrep.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A float32 matrix in NumPy's format, written and read without relrep's own code, so that its
 * answers are judged by another reader.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param values row by row
 */
@SuppressWarnings("ArrayRecordComponent") // compared array by array
record NpyArray(int rows, int columns, float[] values) {
    private static final int PREFIX = 10;
    private static final Pattern HEADER =
            Pattern.compile(
                    "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\((\\d+), (\\d+)\\), \\}"
                            + " *\\n");

    static NpyArray normal(SplittableRandom random, int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new NpyArray(rows, columns, values);
    }

    static NpyArray identity(int size) {
        float[] values = new float[size * size];
        for (int i = 0; i < size; i++) {
            values[i * size + i] = 1;
        }
        return new NpyArray(size, size, values);
    }

    byte[] bytes() {
        String shape =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }"
                        .formatted(rows, columns);
        int length = (PREFIX + shape.length() + 1 + 63) / 64 * 64;
        String header = shape + " ".repeat(length - PREFIX - shape.length() - 1) + "\n";
        ByteBuffer buffer =
                ByteBuffer.allocate(length + values.length * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        buffer.put((byte) 1).put((byte) 0).putShort((short) header.length());
        buffer.put(header.getBytes(StandardCharsets.US_ASCII));
        for (float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }

    void write(Path file) throws IOException {
        Files.write(file, bytes());
    }

    static NpyArray read(Path file) throws IOException, Loss {
        return of(Files.readAllBytes(file))
                .orElseThrow(() -> new Loss(file.getFileName() + " is no float32 matrix"));
    }

    /** Reads a file only if it is exactly as NumPy writes it. */
    static Optional<NpyArray> of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean begins =
                bytes.length >= PREFIX
                        && new String(bytes, 0, 8, StandardCharsets.ISO_8859_1)
                                .equals("\u0093NUMPY\u0001\u0000");
        if (!begins || bytes.length < PREFIX + (buffer.getShort(8) & 0xffff)) {
            return Optional.empty();
        }
        int length = buffer.getShort(8) & 0xffff;
        String header = new String(bytes, PREFIX, length, StandardCharsets.ISO_8859_1);
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches() || matcher.group(1).length() + matcher.group(2).length() > 12) {
            return Optional.empty();
        }
        long rows = Long.parseLong(matcher.group(1));
        long columns = Long.parseLong(matcher.group(2));
        if (rows * columns * Float.BYTES != bytes.length - PREFIX - length) {
            return Optional.empty();
        }
        float[] values = new float[(int) (rows * columns)];
        buffer.position(PREFIX + length);
        buffer.asFloatBuffer().get(values);
        return Optional.of(new NpyArray((int) rows, (int) columns, values));
    }

    boolean finite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether another array has the same shape and, except for float32 rounding, the same
     * numbers.
     */
    boolean equal(NpyArray other) {
        if (rows != other.rows || columns != other.columns) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            float difference = Math.abs(values[i] - other.values[i]);
            if (!(difference <= 1e-6f * Math.abs(values[i]))) {
                return false;
            }
        }
        return true;
    }
}
