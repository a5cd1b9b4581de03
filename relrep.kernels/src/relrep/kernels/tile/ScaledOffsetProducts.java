package relrep.kernels.tile;

import relrep.api.data.Matrix;
import relrep.kernels.linear.DoubleMatrix;

/**
 * Inner products plus a number for each right row, for rows of any size. Each row is first
 * multiplied by its own power of two; the product is scaled back in double.
 *
 * @param exponents of the powers of the right rows
 * @param shift one number per right row
 */
@SuppressWarnings("ArrayRecordComponent") // a view, never compared
record ScaledOffsetProducts(Rows left, Rows right, int[] exponents, double[] shift)
        implements ProductMeasure {
    /**
     * Returns the products with rows outside the range of float32.
     *
     * @param rows {@code m × d}
     */
    static ScaledOffsetProducts of(Matrix points, DoubleMatrix rows, double[] shift) {
        double[] factors = new double[rows.rows()];
        int[] exponents = new int[factors.length];
        for (int j = 0; j < factors.length; j++) {
            double largest = 0;
            for (double value : rows.row(j)) {
                largest = Math.max(largest, Math.abs(value));
            }
            exponents[j] = exponent(largest);
            factors[j] = Math.scalb(1., exponents[j]);
        }
        Matrix near = rows.scaledRows(factors).toMatrix();
        return new ScaledOffsetProducts(Rows.of(points), Rows.of(near), exponents, shift);
    }

    /** Returns the power that scales a number to near 1; 0 for a number that is not finite. */
    private static int exponent(double largest) {
        return largest == 0 || !Double.isFinite(largest) ? 0 : -Math.getExponent(largest);
    }

    @Override
    public float[] prepareLeft(float[] rows, int count) {
        int d = left.width();
        float[] powers = new float[count];
        for (int i = 0; i < count; i++) {
            float largest = 0;
            for (int t = i * d; t < (i + 1) * d; t++) {
                largest = Math.max(largest, Math.abs(rows[t]));
            }
            int exponent = exponent(largest);
            for (int t = i * d; t < (i + 1) * d; t++) {
                rows[t] = Math.scalb(rows[t], exponent);
            }
            powers[i] = exponent;
        }
        return powers;
    }

    @Override
    public float[] prepareRight(float[] rows, int count) {
        return new float[count];
    }

    @Override
    public ProductTransform finish() {
        return this::row;
    }

    private void row(int row, float power, int from, float[] right, float[] c) {
        for (int j = 0; j < c.length; j++) {
            double product = Math.scalb((double) c[j], -(int) power - exponents[from + j]);
            c[j] = (float) (product + shift[from + j]);
        }
    }
}
