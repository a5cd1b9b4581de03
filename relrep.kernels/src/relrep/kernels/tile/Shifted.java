package relrep.kernels.tile;

/**
 * Inner products plus a number for each right row: an affine map of the left rows.
 *
 * @param shift one number a right row
 * @param unit what products are multiplied by first, a power of two; 1 as a rule
 */
record Shifted(Rows left, Rows right, float[] narrow, double[] shift, double unit)
        implements Measure {
    Shifted(Rows left, Rows right, double[] shift, double unit) {
        this(left, right, narrow(shift), shift, unit);
    }

    private static float[] narrow(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    @Override
    public float[] prepareLeft(float[] rows, int count) {
        return new float[count];
    }

    @Override
    public float[] prepareRight(float[] rows, int count) {
        return new float[count];
    }

    @Override
    public Finish finish() {
        return unit == 1 ? this::row : this::scaled;
    }

    private void row(int row, float left, int from, float[] right, float[] c) {
        for (int j = 0; j < c.length; j++) {
            c[j] += narrow[from + j];
        }
    }

    private void scaled(int row, float left, int from, float[] right, float[] c) {
        for (int j = 0; j < c.length; j++) {
            c[j] = (float) (c[j] * unit + shift[from + j]);
        }
    }
}
