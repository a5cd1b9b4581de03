package relrep.bench;

import relrep.api.data.Matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A C-order little-endian .npy file of float32 or int32, as the benchmarks have them. */
record Npy(int rows, int cols, ByteBuffer values) {
    private static final Pattern SHAPE = Pattern.compile("\\((\\d+),\\s*([\\d, ]*)\\)");
    private static final int PREFIX = 10;
    private static final int ALIGNMENT = 64;

    static Npy read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer all = ByteBuffer.allocateDirect((int) channel.size());
            int last = 0;
            while (all.hasRemaining() && last >= 0) {
                last = channel.read(all);
            }
            all.flip().order(ByteOrder.LITTLE_ENDIAN);
            byte[] header = new byte[all.getShort(8)];
            all.get(PREFIX, header);
            Matcher shape = SHAPE.matcher(new String(header, StandardCharsets.ISO_8859_1));
            if (!shape.find()) {
                throw new IOException(file + " must have a shape of rows and what is in a row");
            }
            int cols =
                    Arrays.stream(shape.group(2).split("[, ]+"))
                            .filter(part -> !part.isEmpty())
                            .mapToInt(Integer::parseInt)
                            .reduce(1, (a, b) -> a * b);
            ByteBuffer values = all.position(PREFIX + header.length).slice();
            return new Npy(
                    Integer.parseInt(shape.group(1)), cols, values.order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Matrix floats() {
        return Matrix.wrap(rows, cols, values.asFloatBuffer());
    }

    int[] ints() {
        int[] ints = new int[rows];
        IntBuffer view = values.asIntBuffer();
        view.get(ints);
        return ints;
    }

    static void write(Path file, Matrix matrix, String shape) {
        ByteBuffer bytes = buffer("<f4", shape, matrix.rows() * matrix.cols());
        ByteBuffer rest = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        rest.asFloatBuffer().put(matrix.buffer());
        write(file, bytes.rewind());
    }

    static void write(Path file, int[] ints) {
        ByteBuffer bytes = buffer("<i4", "(%d,)".formatted(ints.length), ints.length);
        bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(ints);
        write(file, bytes.rewind());
    }

    private static ByteBuffer buffer(String type, String shape, int count) {
        String header =
                "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
        int pad = ALIGNMENT - 1 - (PREFIX + header.length()) % ALIGNMENT;
        String padded = header + " ".repeat(pad) + "\n";
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(PREFIX + padded.length() + count * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        bytes.put((byte) 1).put((byte) 0).putShort((short) padded.length());
        return bytes.put(padded.getBytes(StandardCharsets.US_ASCII));
    }

    /** Aside first: a file that is there is whole. */
    private static void write(Path file, ByteBuffer bytes) {
        try {
            Files.createDirectories(file.getParent());
            Path aside = Files.createTempFile(file.getParent(), ".made", ".tmp");
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
