package relrep.models.architecture;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;

/**
 * An encoder that selects coordinates of the samples.
 *
 * @param first the first coordinate
 * @param width the number of coordinates
 * @param size the number of coordinates of a sample
 */
record ColumnsEncoder(int first, int width, int size) implements Encoder {
    ColumnsEncoder {
        if (first < 0 || width < 1 || first + (long) width > size) {
            throw new InvalidInputException(
                    "%d columns from %d on must be among the %d of a sample"
                            .formatted(width, first, size));
        }
    }

    @Override
    public Matrix encode(Inputs samples) {
        Matrix inputs = samples.numbers();
        if (inputs.cols() != size) {
            throw new InvalidInputException(
                    "the samples must have %d coordinates, as in training, not %d"
                            .formatted(size, inputs.cols()));
        }
        return Matrix.filled(
                inputs.rows(),
                width,
                memory -> {
                    FloatBuffer values = inputs.buffer();
                    for (int i = 0; i < inputs.rows(); i++) {
                        memory.put(values.slice(i * size + first, width));
                    }
                });
    }
}
