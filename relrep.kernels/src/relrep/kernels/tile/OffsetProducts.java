package relrep.kernels.tile;

/**
 * Inner products plus a number for each right row: an affine map of the left rows.
 *
 * @param shift one number per right row
 */
@SuppressWarnings("ArrayRecordComponent") // a view, never compared
record OffsetProducts(Rows left, Rows right, float[] shift) implements ProductMeasure {
    @Override
    public float[] prepareLeft(float[] rows, int count) {
        return new float[count];
    }

    @Override
    public float[] prepareRight(float[] rows, int count) {
        return new float[count];
    }

    @Override
    public ProductTransform finish() {
        return this::row;
    }

    private void row(int row, float left, int from, float[] right, float[] c) {
        for (int j = 0; j < c.length; j++) {
            c[j] += shift[from + j];
        }
    }
}
