package relrep.api.tck;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.data.Numbers;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;

/** Copies samples into the kinds of memory that they may use. */
final class Memory {
    private Memory() {}

    /** Returns a copy in off-heap memory. */
    static Matrix direct(Matrix matrix) {
        return Matrix.filled(matrix.rows(), matrix.cols(), memory -> memory.put(matrix.toArray()));
    }

    /** Returns a copy; numbers are copied into off-heap memory. */
    static Inputs direct(Inputs inputs) {
        return inputs instanceof Numbers numbers
                ? new Numbers(direct(numbers.values()), numbers.shape())
                : Inputs.of(List.copyOf(inputs.texts()));
    }

    /** Checks that two inputs are equal to the last bit. */
    static void same(Trial t, Inputs expected, Inputs actual, String what) {
        if (expected instanceof Numbers numbers) {
            t.same(numbers.values(), actual.numbers(), what);
        } else {
            t.require(expected.equals(actual), "%s must be the same", what);
        }
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
