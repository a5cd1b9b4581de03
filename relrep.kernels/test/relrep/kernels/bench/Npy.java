package relrep.kernels.bench;

import relrep.api.data.Matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A C-order little-endian .npy file of float32 or int32, as the benchmarks have them. */
record Npy(int rows, int cols, ByteBuffer values) {
    private static final Pattern SHAPE = Pattern.compile("\\((\\d+),\\s*(\\d*)\\)");
    private static final int PREFIX = 10;

    static Npy read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer all = ByteBuffer.allocateDirect((int) channel.size());
            while (all.hasRemaining() && channel.read(all) >= 0) {
                Thread.onSpinWait();
            }
            all.flip().order(ByteOrder.LITTLE_ENDIAN);
            byte[] header = new byte[all.getShort(8)];
            all.get(PREFIX, header);
            Matcher shape = SHAPE.matcher(new String(header, StandardCharsets.ISO_8859_1));
            if (!shape.find()) {
                throw new IOException(file + " has no shape of one or two sizes");
            }
            int cols = shape.group(2).isEmpty() ? 1 : Integer.parseInt(shape.group(2));
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
        values.asIntBuffer().get(ints);
        return ints;
    }
}
