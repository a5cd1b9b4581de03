package relrep.report.figure;

import relrep.api.data.Matrix;
import relrep.api.file.SpreadsheetText;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the numbers of a figure as files. */
final class FigureNumbers {
    private static final int PREAMBLE = 10;
    private static final int ALIGNED = 64;

    private final StringBuilder text = new StringBuilder();

    /** Starts a table. */
    FigureNumbers(String... columns) {
        line((Object[]) columns);
    }

    /** Adds a line; a NaN is an empty field. */
    void line(Object... fields) {
        text.append(
                        List.of(fields).stream()
                                .map(FigureNumbers::field)
                                .collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String field(Object value) {
        String field = SpreadsheetText.written(String.valueOf(value));
        if (field.equals("NaN")) {
            return "";
        }
        return field.matches("[^,\"\n\r]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /** Returns CSV, UTF-8, lines end in LF. */
    byte[] csv() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a matrix as {@code .npy}, version 1.0, little-endian float32, row after row. */
    @SuppressWarnings("ByteBufferBackingArray") // the buffer was allocated for these bytes
    static byte[] npy(Matrix matrix) {
        String shape = matrix.rows() + ", " + matrix.cols();
        ByteBuffer bytes = npy("<f4", shape, Float.BYTES * matrix.rows() * matrix.cols());
        bytes.asFloatBuffer().put(matrix.buffer());
        return bytes.array();
    }

    /** Returns bytes as {@code .npy}, version 1.0, without sign. */
    static byte[] npy(String shape, byte[] values) {
        return npy("|u1", shape, values.length).put(values).array();
    }

    private static ByteBuffer npy(String type, String shape, int length) {
        String header =
                "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, shape);
        header += " ".repeat(Math.floorMod(-(PREAMBLE + header.length() + 1), ALIGNED)) + "\n";
        ByteBuffer bytes =
                ByteBuffer.allocate(PREAMBLE + header.length() + length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        bytes.put((byte) 1).put((byte) 0).putShort((short) header.length());
        return bytes.put(header.getBytes(StandardCharsets.US_ASCII));
    }
}
