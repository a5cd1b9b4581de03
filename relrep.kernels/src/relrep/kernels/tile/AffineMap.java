package relrep.kernels.tile;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.DoubleMatrix;

/**
 * The map of rows {@code z' = zW + b}, kept in double precision and applied to floats in blocks.
 *
 * @param weights <i>W</i>, {@code d × m}
 * @param shift <i>b</i>, {@code m} values
 */
@SuppressWarnings("ArrayRecordComponent") // applied, never compared
public record AffineMap(DoubleMatrix weights, double[] shift) {
    /**
     * The range of sizes in which weights fit into float32, and so do their products with points.
     */
    private static final double SMALL = 0x1p-60;

    private static final double LARGE = 0x1p60;

    /** Checks that the shift is as wide as the result; copies it. */
    public AffineMap {
        shift = shift.clone();
        if (shift.length != weights.cols()) {
            throw new InvalidInputException(
                    "the shift of a map to %d coordinates must have as many, not %d"
                            .formatted(weights.cols(), shift.length));
        }
    }

    /** Returns a map without a shift. */
    public static AffineMap linear(DoubleMatrix weights) {
        return new AffineMap(weights, new double[weights.cols()]);
    }

    /** Returns a copy of the shift. */
    @Override
    public double[] shift() {
        return shift.clone();
    }

    /** Returns the image of each row, in double precision. */
    public DoubleMatrix apply(DoubleMatrix rows) {
        double[] image = rows.times(weights).toArray();
        for (int i = 0; i < image.length; i++) {
            image[i] += shift[i % shift.length];
        }
        return DoubleMatrix.of(rows.rows(), shift.length, image);
    }

    /**
     * Returns the image of each row, in single precision. Weights outside the range of float32, as
     * for maps between spaces of very different scale, are scaled to near 1 for the product.
     *
     * @param points {@code n × d}
     * @return {@code n × m}
     * @throws InvalidInputException when the width is not <i>d</i>
     */
    public Matrix apply(Matrix points) {
        if (points.cols() != weights.rows()) {
            throw new InvalidInputException(
                    "a map of %d coordinates was given rows with %d"
                            .formatted(weights.rows(), points.cols()));
        }
        DoubleMatrix rows = weights.transpose();
        double[] largest = new double[rows.rows()];
        boolean near = true;
        for (int j = 0; j < largest.length; j++) {
            for (double value : rows.row(j)) {
                largest[j] = Math.max(largest[j], Math.abs(value));
            }
            near &= largest[j] == 0 || (largest[j] > SMALL && largest[j] < LARGE);
        }
        Projection projection = Projection.create();
        return near
                ? projection.affine(points, rows.toMatrix(), narrow(shift))
                : projection.affine(points, rows, shift);
    }

    private static float[] narrow(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
