package relrep.anchors;

import relrep.api.data.Matrix;

import java.nio.FloatBuffer;

/**
 * Goes over the rows of a matrix block by block, in double precision. The results are the same on
 * every machine.
 */
final class Scan {
    private static final int BLOCK_FLOATS = 1 << 14;
    private static final int CHUNK = 64;

    private final Matrix points;
    private final int width;

    Scan(Matrix points) {
        this.points = points;
        this.width = points.cols();
    }

    /** Receives the rows in order. */
    interface Visitor {
        /** Receives a row, whose values begin at a position of a block. */
        void visit(int row, float[] block, int at);
    }

    void each(Visitor visitor) {
        int rows = Math.max(1, BLOCK_FLOATS / Math.max(1, width));
        float[] block = new float[rows * width];
        FloatBuffer memory = points.buffer();
        for (int from = 0; from < points.rows(); from += rows) {
            int count = Math.min(rows, points.rows() - from);
            memory.get(from * width, block, 0, count * width);
            for (int i = 0; i < count; i++) {
                visitor.visit(from + i, block, i * width);
            }
        }
    }

    /** Returns the inner product of two rows. */
    double dot(float[] a, int at, float[] b, int bt) {
        double even = 0;
        double odd = 0;
        int j = 0;
        for (; j + 1 < width; j += 2) {
            even += (double) a[at + j] * b[bt + j];
            odd += (double) a[at + j + 1] * b[bt + j + 1];
        }
        return j < width ? even + odd + (double) a[at + j] * b[bt + j] : even + odd;
    }

    /**
     * Returns the squared distance. If it is not below a limit, the result may be any number not
     * below the limit: for most samples, a part of the coordinates is enough to know this.
     */
    double squared(float[] a, int at, float[] b, double limit) {
        double sum = 0;
        for (int from = 0; from < width && !(sum >= limit); from += CHUNK) {
            sum += chunk(a, at, b, from, Math.min(width, from + CHUNK));
        }
        return sum;
    }

    /** Four independent sums, so that additions need not wait for each other. */
    private static double chunk(float[] a, int at, float[] b, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = from;
        for (; j + 3 < to; j += 4) {
            double v0 = (double) a[at + j] - b[j];
            double v1 = (double) a[at + j + 1] - b[j + 1];
            double v2 = (double) a[at + j + 2] - b[j + 2];
            double v3 = (double) a[at + j + 3] - b[j + 3];
            s0 += v0 * v0;
            s1 += v1 * v1;
            s2 += v2 * v2;
            s3 += v3 * v3;
        }
        for (; j < to; j++) {
            double v = (double) a[at + j] - b[j];
            s0 += v * v;
        }
        return (s0 + s1) + (s2 + s3);
    }
}
