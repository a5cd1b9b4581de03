package relrep.kernels.tile;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.DoubleMatrix;

/**
 * The map of rows {@code z' = zW + b}, kept in double precision and applied to floats. What the
 * kernels need of it in single precision is made once. Immutable, and safe for threads.
 */
public final class AffineMap {
    /**
     * The range of sizes in which weights fit into float32, and so do their products with points.
     */
    private static final double SMALL = 0x1p-60;

    private static final double LARGE = 0x1p60;

    private final DoubleMatrix weights;
    private final double[] shift;

    /** Made at the first use, and then the same whoever makes it. */
    private volatile Columns columns;

    private volatile VectorMap single;

    /**
     * Makes a map.
     *
     * @param weights <i>W</i>, {@code d × m}
     * @param shift <i>b</i>, {@code m} values; copied
     * @throws InvalidInputException when the shift is not as wide as the result
     */
    public AffineMap(DoubleMatrix weights, double[] shift) {
        this.weights = weights;
        this.shift = shift.clone();
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

    /** Returns <i>W</i>, {@code d × m}. */
    public DoubleMatrix weights() {
        return weights;
    }

    /** Returns a copy of the shift. */
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
        requireWidth(points.cols());
        Columns made = columns();
        Projection projection = Projection.create();
        return made.near()
                ? projection.affine(points, made.floats(), made.shift())
                : projection.affine(points, weights.transpose(), shift);
    }

    /**
     * Returns the image of one vector, in single precision: {@link #apply(Matrix)} of one row but
     * for rounding. It costs a product of a matrix and a vector, and makes no garbage.
     *
     * @param point <i>d</i> coordinates
     * @return <i>m</i> coordinates
     * @throws InvalidInputException when the width is not <i>d</i>
     */
    public float[] apply(float[] point) {
        requireWidth(point.length);
        VectorMap made = single;
        if (made == null && columns().near()) {
            made = VectorMap.of(weights, columns().shift());
            single = made;
        }
        return made == null ? apply(Matrix.of(1, point.length, point)).row(0) : made.apply(point);
    }

    private void requireWidth(int width) {
        if (width != weights.rows()) {
            throw new InvalidInputException(
                    "a map of %d coordinates was given rows with %d"
                            .formatted(weights.rows(), width));
        }
    }

    private Columns columns() {
        Columns made = columns;
        if (made == null) {
            made = Columns.of(weights, shift);
            columns = made;
        }
        return made;
    }

    /**
     * The columns of the weights as rows, in single precision.
     *
     * @param near whether each is zero or within the range
     * @param floats {@code m × d}; empty unless near
     */
    @SuppressWarnings("ArrayRecordComponent") // applied, never compared
    private record Columns(boolean near, Matrix floats, float[] shift) {
        static Columns of(DoubleMatrix weights, double[] shift) {
            DoubleMatrix rows = weights.transpose();
            boolean near = true;
            for (int j = 0; near && j < rows.rows(); j++) {
                double largest = 0;
                for (double value : rows.row(j)) {
                    largest = Math.max(largest, Math.abs(value));
                }
                near = largest == 0 || (largest > SMALL && largest < LARGE);
            }
            return new Columns(
                    near, near ? rows.toMatrix() : Matrix.of(0, rows.cols()), narrow(shift));
        }

        private static float[] narrow(double[] values) {
            float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) values[i];
            }
            return floats;
        }
    }
}
