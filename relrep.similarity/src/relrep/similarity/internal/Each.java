package relrep.similarity.internal;

import relrep.api.data.Matrix;

import java.nio.FloatBuffer;
import java.util.function.DoubleUnaryOperator;

/** Applies a function to every value of a matrix. */
final class Each {
    private Each() {}

    static Matrix of(Matrix matrix, DoubleUnaryOperator function) {
        FloatBuffer from = matrix.buffer();
        return Matrix.filled(
                matrix.rows(),
                matrix.cols(),
                memory -> {
                    float[] row = new float[matrix.cols()];
                    for (int i = 0; i < matrix.rows(); i++) {
                        from.get(i * row.length, row);
                        for (int j = 0; j < row.length; j++) {
                            row[j] = (float) function.applyAsDouble(row[j]);
                        }
                        memory.put(row);
                    }
                });
    }
}
