package relrep.models.architecture;

import org.junit.jupiter.api.Assumptions;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Reads pictures of 28 × 28 from the folder in RELREP_DATA, with pixels from 0 to 1. */
final class Idx {
    private Idx() {}

    static Samples samples(String dataset, String part, int limit) throws IOException {
        String data = System.getenv("RELREP_DATA");
        Assumptions.assumeTrue(data != null, "RELREP_DATA names no folder of data sets");
        Path folder = Path.of(data, dataset);
        byte[] pixels = read(folder.resolve(part + "-images-idx3-ubyte.gz"), 16);
        byte[] labels = read(folder.resolve(part + "-labels-idx1-ubyte.gz"), 8);
        int n = Math.min(limit, labels.length);
        Matrix inputs =
                Matrix.filled(
                        n,
                        784,
                        memory -> {
                            for (int i = 0; i < n * 784; i++) {
                                memory.put((pixels[i] & 0xff) / 255f);
                            }
                        });
        int[] classes = IntStream.range(0, n).map(i -> labels[i]).toArray();
        return new Samples(inputs, new Shape(1, 28, 28), Optional.of(Labels.of(classes)));
    }

    private static byte[] read(Path file, int header) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DataInputStream values = new DataInputStream(new GZIPInputStream(in))) {
            values.skipNBytes(header);
            return values.readAllBytes();
        }
    }

    /** Returns the samples of these classes, in their order. */
    static Samples of(Samples samples, int first, int second) {
        int[] labels = samples.requireLabels().toArray();
        return samples.select(
                IntStream.range(0, labels.length)
                        .filter(i -> labels[i] == first || labels[i] == second)
                        .toArray());
    }
}
