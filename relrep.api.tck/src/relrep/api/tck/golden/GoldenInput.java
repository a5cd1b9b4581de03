package relrep.api.tck.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import relrep.api.data.Matrix;
import relrep.api.run.Seed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * A random input of the golden answers, the same to the last bit on every machine. It has clusters
 * with uneven scales and an offset, and a twin: the same points rotated, stretched, shifted and
 * with noise.
 *
 * @param points {@code n × d}
 * @param twin {@code n × d}
 * @param labels the cluster of each point, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // three inputs in one, never compared
public record GoldenInput(Matrix points, Matrix twin, int[] labels) {
    private static final double LEAST_SCALE = 0.25;
    private static final double SCALES = 1.5;
    private static final double OFFSET = 0.5;
    private static final double STRETCH = 1.5;
    private static final double SHIFT = 0.25;

    /** Returns an input; the file of answers gives its size, its clusters and its checksum. */
    public static GoldenInput of(String name) {
        Golden about = Golden.of("input/" + name);
        int n = (int) about.number("rows");
        int d = (int) about.number("width");
        Seed seed = Seed.of(1).branch(name);
        int[] labels = labels(seed, n, (int) about.number("classes"));
        float[] x = clusters(about, seed, labels, d);
        float[] y = twin(about, seed, x, d);
        CRC32 crc = new CRC32();
        crc.update(bytes(x));
        crc.update(bytes(y));
        ByteBuffer whole = bytes(4 * n);
        whole.asIntBuffer().put(labels);
        crc.update(whole);
        assertEquals((long) about.number("crc"), crc.getValue(), name + " must be drawn as before");
        return new GoldenInput(Matrix.of(n, d, x), Matrix.of(n, d, y), labels);
    }

    /** Returns evenly spaced points, including the first. */
    public Matrix anchors(int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = i * points.rows() / count;
        }
        return points.select(rows);
    }

    private static int[] labels(Seed seed, int n, int classes) {
        GoldenDraws draws = new GoldenDraws(seed.branch("labels"));
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = (int) (draws.uniform() * classes);
        }
        return labels;
    }

    private static float[] clusters(Golden about, Seed seed, int[] labels, int d) {
        int classes = (int) about.number("classes");
        double spread = about.number("spread");
        double[] means = new GoldenDraws(seed.branch("means")).noises(classes * d);
        double[] offset = new GoldenDraws(seed.branch("offset")).noises(d);
        double[] scale = new double[d];
        GoldenDraws scales = new GoldenDraws(seed.branch("scale"));
        for (int j = 0; j < d; j++) {
            scale[j] = LEAST_SCALE + SCALES * scales.uniform();
        }
        float[] x = new float[labels.length * d];
        GoldenDraws draws = new GoldenDraws(seed.branch("points"));
        for (int k = 0; k < x.length; k++) {
            int j = k % d;
            double mean = means[labels[k / d] * d + j] * spread;
            x[k] = (float) ((mean + draws.noise()) * scale[j] + offset[j] * OFFSET);
        }
        return x;
    }

    private static float[] twin(Golden about, Seed seed, float[] x, int d) {
        double noise = about.number("noise");
        int turns = (int) about.number("turns");
        double[] shift = new GoldenDraws(seed.branch("shift")).noises(d);
        GoldenDraws draws = new GoldenDraws(seed.branch("twin"));
        float[] y = new float[x.length];
        double[] row = new double[d];
        for (int from = 0; from < x.length; from += d) {
            for (int j = 0; j < d; j++) {
                row[j] = x[from + j];
            }
            for (int i = 0; i < turns; i++) {
                row = turned(row);
            }
            for (int j = 0; j < d; j++) {
                double moved = STRETCH * (row[j] + noise * draws.noise()) + shift[j] * SHIFT;
                y[from + j] = (float) moved;
            }
        }
        return y;
    }

    /**
     * Rotates each pair of neighbouring coordinates in its plane, then permutes the coordinates.
     */
    private static double[] turned(double[] row) {
        int d = row.length;
        double[] turned = new double[d];
        for (int j = 0; j < d; j += 2) {
            turned[j] = 0.8 * row[j] - 0.6 * row[j + 1];
            turned[j + 1] = 0.6 * row[j] + 0.8 * row[j + 1];
        }
        double[] mixed = new double[d];
        for (int j = 0; j < d; j++) {
            mixed[j] = turned[(j * 7 + 3) % d];
        }
        return mixed;
    }

    private static ByteBuffer bytes(float[] values) {
        ByteBuffer bytes = bytes(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    private static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
