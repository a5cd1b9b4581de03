package relrep.kernels.tile;

import relrep.api.data.Matrix;

/**
 * A power of two that scales numbers to near 1, so that float32 can store their squares. Scaling
 * and its inverse are exact. Numbers that are already near enough are not scaled, so usually there
 * is no cost.
 *
 * @param exponent the exponent of the power, 0 for numbers that are not scaled
 */
public record Scale(int exponent) {
    /**
     * Sizes from 2⁻²⁰ to 2²⁰ are near enough: float32 can store their squares and sums of squares.
     */
    private static final int NEAR = 20;

    /** The largest exponent, so that the factor of a normal float is a normal float as well. */
    private static final int MOST = 126;

    /**
     * Returns the scale of numbers of this size.
     *
     * @param size the largest of them, or their spread; 0 and numbers that are not finite are not
     *     scaled
     */
    public static Scale of(double size) {
        int exponent = Math.getExponent(size);
        boolean near = Math.abs(exponent) <= NEAR || size == 0 || !Double.isFinite(size);
        return new Scale(near ? 0 : Math.max(-MOST, Math.min(MOST, -exponent)));
    }

    /** Returns the scale of the largest absolute value of a matrix. */
    public static Scale of(Matrix matrix) {
        Rows rows = Rows.of(matrix);
        float[] row = new float[rows.width()];
        float largest = 0;
        for (int i = 0; i < rows.count(); i++) {
            rows.read(i, 1, row);
            for (float value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return of(largest);
    }

    /** Returns a matrix with each row scaled by itself; the matrix itself if no row needs it. */
    public static Matrix eachRow(Matrix matrix) {
        Rows rows = Rows.of(matrix);
        boolean near = true;
        for (int i = 0; i < rows.count() && near; i++) {
            near = of(matrix.rows(i, i + 1)).none();
        }
        if (near) {
            return matrix;
        }
        return Matrix.filled(
                matrix.rows(),
                matrix.cols(),
                memory -> {
                    for (int i = 0; i < rows.count(); i++) {
                        Matrix row = matrix.rows(i, i + 1);
                        memory.put(of(row).apply(row).row(0));
                    }
                });
    }

    /** Returns whether numbers are not scaled. */
    public boolean none() {
        return exponent == 0;
    }

    /** Returns the power of two. */
    public double factor() {
        return Math.scalb(1., exponent);
    }

    /** Returns the inverse scale. */
    public Scale inverse() {
        return new Scale(-exponent);
    }

    /** Returns a scaled matrix; the matrix itself if it needs no scaling. */
    public Matrix apply(Matrix matrix) {
        if (none()) {
            return matrix;
        }
        Rows rows = Rows.of(matrix);
        return Matrix.filled(
                matrix.rows(),
                matrix.cols(),
                memory -> {
                    float[] row = new float[rows.width()];
                    for (int i = 0; i < rows.count(); i++) {
                        rows.read(i, 1, row);
                        for (int j = 0; j < row.length; j++) {
                            row[j] = Math.scalb(row[j], exponent);
                        }
                        memory.put(row);
                    }
                });
    }
}
