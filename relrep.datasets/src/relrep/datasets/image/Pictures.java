package relrep.datasets.image;

import relrep.api.data.Matrix;
import relrep.api.run.Run;

import java.nio.FloatBuffer;

/** Makes a matrix of selected pictures from a stream of all pictures. */
final class Pictures {
    private static final int BATCH = 64;

    /** Reads the next pictures of a stream into an array. */
    interface Source {
        /**
         * Reads {@code count} pictures, beginning with number {@code first}, to the start of the
         * array.
         */
        void read(byte[] into, int first, int count);
    }

    private Pictures() {}

    /**
     * Reads pictures in order, up to the last one needed.
     *
     * @param width the pixels of a picture in all channels
     * @param stride the bytes of a picture in the source; the last {@code width} bytes are the
     *     pixels
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
