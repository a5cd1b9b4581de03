package relrep.transforms;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;

/** Computes the image of each row in double precision. */
final class RowLoop {
    private RowLoop() {}

    /** Computes one row's image. */
    interface RowFunction {
        /**
         * Reads a row and writes its image.
         *
         * @param row {@code d} values
         * @param image {@code m} values, zeros before
         */
        void apply(float[] row, double[] image);
    }

    /**
     * Returns the images of rows.
     *
     * @param from the width that a row must have
     * @param to the width of an image
     * @throws InvalidInputException when the width is another, or an image is not finite
     */
    static Matrix of(Matrix latents, int from, int to, RowFunction function) {
        requireWidth(latents, from);
        Matrix images =
                Matrix.filled(
                        latents.rows(),
                        to,
                        memory -> {
                            FloatBuffer rows = latents.buffer();
                            float[] row = new float[from];
                            for (int i = 0; i < latents.rows(); i++) {
                                rows.get(row);
                                double[] image = new double[to];
                                function.apply(row, image);
                                put(image, memory);
                            }
                        });
        return images.requireFinite("transformed latents");
    }

    /**
     * Checks the width of rows.
     *
     * @throws InvalidInputException when it is another
     */
    static void requireWidth(Matrix latents, int from) {
        if (latents.cols() != from) {
            throw new InvalidInputException(
                    "a transform of %d coordinates was given rows with %d"
                            .formatted(from, latents.cols()));
        }
    }

    private static void put(double[] image, FloatBuffer memory) {
        for (double value : image) {
            memory.put((float) value);
        }
    }
}
