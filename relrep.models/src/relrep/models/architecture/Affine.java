package relrep.models.architecture;

import relrep.api.data.Matrix;
import relrep.api.model.NetworkState;
import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.MatrixRows;

import java.nio.FloatBuffer;
import java.util.Map;

/**
 * The affine map {@code y = (x - before) W + after}, computed in double and in blocks of rows.
 *
 * @param before {@code 1 × d}
 * @param weights <i>W</i>, {@code d × m}
 * @param after {@code 1 × m}
 */
record Affine(Matrix before, Matrix weights, Matrix after) {
    private static final int BLOCK = 256;
    private static final String BEFORE = ".before";
    private static final String WEIGHTS = ".weights";
    private static final String AFTER = ".after";

    /** Adds the three tensors to a state. */
    void keep(String name, Map<String, Matrix> tensors) {
        tensors.put(name + BEFORE, before);
        tensors.put(name + WEIGHTS, weights);
        tensors.put(name + AFTER, after);
    }

    /**
     * Reads the three tensors.
     *
     * @throws InvalidInputException when one is missing or their shapes do not match
     */
    static Affine of(String name, NetworkState state) {
        Matrix before = tensor(name + BEFORE, state);
        Matrix weights = tensor(name + WEIGHTS, state);
        Matrix after = tensor(name + AFTER, state);
        boolean rows = before.rows() == 1 && after.rows() == 1;
        if (!rows || before.cols() != weights.rows() || after.cols() != weights.cols()) {
            throw new InvalidInputException(
                    "the tensors of '%s' must fit each other, not be %s, %s and %s"
                            .formatted(name, before, weights, after));
        }
        return new Affine(before, weights, after);
    }

    private static Matrix tensor(String name, NetworkState state) {
        Matrix tensor = state.tensors().get(name);
        if (tensor == null) {
            throw new InvalidInputException(
                    "the network's state must have a tensor '%s'; there are %s"
                            .formatted(name, String.join(", ", state.tensors().keySet())));
        }
        return tensor;
    }

    /**
     * Returns the image of each row.
     *
     * @param what the words for the rows in a message, "samples"
     */
    Matrix apply(Matrix inputs, String what) {
        if (inputs.cols() != weights.rows()) {
            throw new InvalidInputException(
                    "the %s must have %d coordinates, as in training, not %d"
                            .formatted(what, weights.rows(), inputs.cols()));
        }
        return Matrix.filled(inputs.rows(), weights.cols(), outputs -> fill(inputs, outputs));
    }

    private void fill(Matrix inputs, FloatBuffer outputs) {
        DoubleMatrix w = DoubleMatrix.of(weights);
        double[] shift = DoubleMatrix.of(after).toArray();
        MatrixRows centred = MatrixRows.of(inputs).minus(DoubleMatrix.of(before).toArray());
        for (int low = 0; low < inputs.rows(); low += BLOCK) {
            int high = Math.min(inputs.rows(), low + BLOCK);
            double[] block = new double[(high - low) * inputs.cols()];
            centred.read(low, high, block);
            double[] image = DoubleMatrix.of(high - low, inputs.cols(), block).times(w).toArray();
            for (int i = 0; i < image.length; i++) {
                outputs.put((float) (image[i] + shift[i % shift.length]));
            }
        }
    }
}
