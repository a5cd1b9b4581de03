package relrep.datasets.image;

import relrep.api.data.Matrix;
import relrep.api.run.Run;

import java.nio.FloatBuffer;

/** Makes a matrix of chosen pictures out of a stream of all of them. */
final class Pictures {
    private static final int BATCH = 64;

    /** Reads the next pictures of a stream into an array, from the beginning of the array. */
    interface Source {
        /** Reads so many pictures, the first of which has this number. */
        void read(byte[] into, int first, int count);
    }

    private Pictures() {}

    /**
     * Reads pictures in order, as far as they are needed.
     *
     * @param width pixels of a picture, all channels
     * @param stride bytes of a picture in the source, whose last {@code width} are the pixels
     * @param rows the numbers of the pictures wanted, rising
     */
    static Matrix of(Source source, int[] rows, int width, int stride, Tones tones, Run run) {
        return Matrix.filled(
                rows.length,
                width,
                memory -> fill(memory, source, rows, width, stride, tones, run));
    }

    private static void fill(
            FloatBuffer memory,
            Source source,
            int[] rows,
            int width,
            int stride,
            Tones tones,
            Run run) {
        byte[] bytes = new byte[BATCH * stride];
        float[] values = new float[BATCH * width];
        int end = rows.length == 0 ? 0 : rows[rows.length - 1] + 1;
        int next = 0;
        for (int first = 0; first < end; first += BATCH) {
            int count = Math.min(BATCH, end - first);
            source.read(bytes, first, count);
            int filled = 0;
            for (; next < rows.length && rows[next] < first + count; next++, filled++) {
                int at = (rows[next] - first + 1) * stride - width;
                tones.apply(bytes, at, values, filled * width);
            }
            memory.put(values, 0, filled * width);
            run.step(first + count, end);
        }
    }
}
