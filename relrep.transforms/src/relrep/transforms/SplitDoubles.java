package relrep.transforms;

import relrep.api.data.Matrix;

/** Doubles kept in a tensor of floats: two rows, whose sum has 48 bits of each number. */
final class SplitDoubles {
    private SplitDoubles() {}

    /** Returns the tensor of values, {@code 2 × d}. */
    static Matrix write(double[] values) {
        float[] rows = new float[2 * values.length];
        for (int j = 0; j < values.length; j++) {
            rows[j] = (float) values[j];
            rows[values.length + j] = (float) (values[j] - rows[j]);
        }
        return Matrix.of(2, values.length, rows);
    }

    /** Returns the values of a tensor. */
    static double[] read(Matrix tensor) {
        double[] values = new double[tensor.cols()];
        for (int j = 0; j < values.length; j++) {
            values[j] = (double) tensor.get(0, j) + tensor.get(1, j);
        }
        return values;
    }

    /** Returns values as a tensor keeps them. */
    static double[] rounded(double[] values) {
        return read(write(values));
    }
}
