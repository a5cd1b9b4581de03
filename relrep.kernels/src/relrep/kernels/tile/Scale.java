package relrep.kernels.tile;

import relrep.api.data.Matrix;

/**
 * A power of two that brings numbers near 1, where float32 stores their squares: exact there and
 * back. Numbers that are near enough keep their scale, so that nothing costs anything as a rule.
 *
 * @param exponent of the power, 0 for numbers that stay as they are
 */
public record Scale(int exponent) {
    /** Sizes 2⁻²⁰ to 2²⁰ are near enough: of such numbers float32 holds squares and their sums. */
    private static final int NEAR = 20;

    /** What a normal float can be multiplied by at most, so that the factor is one as well. */
    private static final int MOST = 126;

    /**
     * Returns the scale of numbers of this size.
     *
     * @param size the largest of them, or their spread; 0 and what is not finite stay as they are
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

    /**
     * Returns a matrix each of whose rows is scaled by itself: itself where none is, else a copy.
     */
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

    /** Returns whether numbers stay as they are. */
    public boolean none() {
        return exponent == 0;
    }

    /** Returns the power of two. */
    public double factor() {
        return Math.scalb(1., exponent);
    }

    /** Returns what undoes it. */
    public Scale inverse() {
        return new Scale(-exponent);
    }

    /** Returns a matrix times the power: itself where there is nothing to do, else a copy. */
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
