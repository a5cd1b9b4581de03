package relrep.models.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** Reads NumPy's arrays of floats and doubles, flat, in the order in which they lie. */
final class Npz {
    private Npz() {}

    static Map<String, double[]> archive(Path file) throws IOException {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                arrays.put(entry.getName().replace(".npy", ""), values(zip.readAllBytes()));
            }
        }
        return arrays;
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    static double[] values(byte[] npy) {
        ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getShort(8);
        String type = new String(npy, 10, header, StandardCharsets.US_ASCII);
        boolean single = type.contains("<f4");
        bytes.position(10 + header);
        double[] values = new double[bytes.remaining() / (single ? 4 : 8)];
        for (int i = 0; i < values.length; i++) {
            values[i] = single ? bytes.getFloat() : bytes.getDouble();
        }
        return values;
    }
}
