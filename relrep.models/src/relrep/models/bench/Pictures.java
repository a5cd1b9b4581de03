package relrep.models.bench;

import relrep.api.data.Matrix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Pictures of 28 × 28 made of four blurred spots each, the same ones every time. */
final class Pictures {
    static final int COUNT = 2560;
    static final int SIDE = 28;
    static final int SIZE = SIDE * SIDE;

    private static final int SPOTS = 4;

    private Pictures() {}

    static Matrix make() {
        SplittableRandom random = new SplittableRandom(5028);
        float[] values = new float[COUNT * SIZE];
        for (int i = 0; i < COUNT * SPOTS; i++) {
            double x = random.nextDouble(-0.7, 0.7);
            double y = random.nextDouble(-0.7, 0.7);
            double width = random.nextDouble(0.08, 0.35);
            for (int p = 0; p < SIZE; p++) {
                double dx = p % SIDE * 2.0 / (SIDE - 1) - 1 - x;
                double dy = p / SIDE * 2.0 / (SIDE - 1) - 1 - y;
                double light = Math.exp(-(dx * dx + dy * dy) / (2 * width * width));
                int at = i / SPOTS * SIZE + p;
                values[at] = (float) Math.min(1, values[at] + light);
            }
        }
        return Matrix.of(COUNT, SIZE, values);
    }

    /** Writes them as NumPy's file, for the peer. */
    static void write(Matrix pictures, Path file) throws IOException {
        String header =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d, %d), }"
                        .formatted(COUNT, SIDE, SIDE);
        String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + padded.length() + COUNT * SIZE * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        bytes.put((byte) 1).put((byte) 0).putShort((short) padded.length());
        bytes.put(padded.getBytes(StandardCharsets.US_ASCII));
        for (float value : pictures.toArray()) {
            bytes.putFloat(value);
        }
        Files.write(file, bytes.array());
    }
}
