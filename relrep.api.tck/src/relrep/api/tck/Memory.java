package relrep.api.tck;

import relrep.api.data.Matrix;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Copies of a matrix in the kinds of memory that a matrix may lie in. */
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

    /** Returns a copy in the byte order that this machine does not compute in, as a rule. */
    static Matrix bigEndian(Matrix matrix) {
        int n = matrix.rows();
        int d = matrix.cols();
        FloatBuffer memory = ByteBuffer.allocate(n * d * Float.BYTES).asFloatBuffer();
        memory.put(matrix.toArray()).flip();
        return Matrix.wrap(n, d, memory);
    }
}
