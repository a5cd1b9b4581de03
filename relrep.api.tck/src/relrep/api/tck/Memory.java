package relrep.api.tck;

import relrep.api.data.Matrix;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Copies a matrix into the kinds of memory that matrices may use. */
final class Memory {
    private Memory() {}

    /** Returns a copy in off-heap memory. */
    static Matrix direct(Matrix matrix) {
        return Matrix.filled(matrix.rows(), matrix.cols(), memory -> memory.put(matrix.toArray()));
    }

    /** Returns a copy that is a part of larger off-heap memory. */
    static Matrix slice(Matrix matrix) {
        int n = matrix.rows();
        int d = matrix.cols();
        float[] larger = new float[(n + 3) * d];
        System.arraycopy(matrix.toArray(), 0, larger, 2 * d, n * d);
        return direct(Matrix.of(n + 3, d, larger)).rows(2, n + 2);
    }

    /** Returns a copy in big-endian byte order, which most machines do not compute in. */
    static Matrix bigEndian(Matrix matrix) {
        int n = matrix.rows();
        int d = matrix.cols();
        FloatBuffer memory = ByteBuffer.allocate(n * d * Float.BYTES).asFloatBuffer();
        memory.put(matrix.toArray()).flip();
        return Matrix.wrap(n, d, memory);
    }
}
