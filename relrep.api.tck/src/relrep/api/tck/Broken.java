package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.data.Space;

/** Makes invalid values that must be refused. */
final class Broken {
    private Broken() {}

    /** Returns a copy with one value replaced. */
    static Matrix at(Matrix matrix, int row, int col, float value) {
        float[] values = matrix.toArray();
        values[row * matrix.cols() + col] = value;
        return Matrix.of(matrix.rows(), matrix.cols(), values);
    }

    /** Returns a copy with one value replaced. */
    static Space at(Space space, int row, int col, float value) {
        return new Space(space.name(), at(space.latents(), row, col, value), space.labels());
    }
}
