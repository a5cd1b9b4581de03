package relrep.kernels.tile;

/**
 * Cosines. Right rows are normalised before the product, left rows after it, which saves a pass
 * over the points. A left row whose norm is outside the range of float32 products is normalised
 * before it as well.
 */
record Cosine(Rows left, Rows right, Loops loops) implements ProductMeasure {
    private static final double TAME = 1e12;

    @Override
    public float[] prepareLeft(float[] rows, int count) {
        int d = left.width();
        float[] factors = new float[count];
        for (int i = 0; i < count; i++) {
            double norm = Math.sqrt(loops.square(rows, i * d, (i + 1) * d));
            double inverse = inverse(norm);
            factors[i] = (float) inverse;
            if (norm < 1 / TAME || norm > TAME) {
                scale(rows, i * d, d, inverse);
                factors[i] = 1;
            }
        }
        return factors;
    }

    @Override
    public float[] prepareRight(float[] rows, int count) {
        int d = right.width();
        for (int i = 0; i < count; i++) {
            double norm = Math.sqrt(loops.square(rows, i * d, (i + 1) * d));
            scale(rows, i * d, d, inverse(norm));
        }
        return new float[count];
    }

    /** Returns 1 over a norm, for all sizes; 0 for 0, so that a zero vector stays zero. */
    static double inverse(double norm) {
        return norm == 0 ? 0 : 1 / norm;
    }

    private static void scale(float[] rows, int at, int d, double factor) {
        for (int j = at; j < at + d; j++) {
            rows[j] = (float) (rows[j] * factor);
        }
    }

    @Override
    public ProductTransform finish() {
        return this::row;
    }

    void row(int row, float left, int from, float[] right, float[] values) {
        for (int j = 0; j < right.length; j++) {
            values[j] = Math.max(-1f, Math.min(1f, values[j] * left));
        }
    }
}
