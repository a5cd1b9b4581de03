package relrep.kernels.tile;

import relrep.kernels.linear.DoubleMatrix;

/**
 * An affine map of one vector at a time, in single precision. It goes through the weights once, row
 * by row, so the compiler uses the processor's vectors and the image stays in its nearest cache.
 */
final class VectorMap {
    private final float[][] weights;
    private final float[] shift;

    private VectorMap(float[][] weights, float[] shift) {
        this.weights = weights;
        this.shift = shift;
    }

    /**
     * Makes a map.
     *
     * @param weights {@code d × m}, within the range of float32
     * @param shift <i>m</i> values
     */
    static VectorMap of(DoubleMatrix weights, float[] shift) {
        float[][] rows = new float[weights.rows()][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = weights.row(i);
            rows[i] = new float[row.length];
            for (int j = 0; j < row.length; j++) {
                rows[i][j] = (float) row[j];
            }
        }
        return new VectorMap(rows, shift);
    }

    /** Returns the image of <i>d</i> coordinates, <i>m</i> of them. */
    float[] apply(float[] point) {
        float[] image = shift.clone();
        for (int i = 0; i < point.length; i++) {
            add(point[i], weights[i], image);
        }
        return image;
    }

    /** Adds a multiple of a row. Sums in another order would not be computed in vectors. */
    private static void add(float factor, float[] row, float[] image) {
        for (int j = 0; j < image.length; j++) {
            image[j] += factor * row[j];
        }
    }
}
