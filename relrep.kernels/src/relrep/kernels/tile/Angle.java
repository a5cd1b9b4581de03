package relrep.kernels.tile;

/**
 * Angles between rows in radians, from 0 to π: the arc cosine of the cosine, by a polynomial with
 * an error of at most 2e-8 (Abramowitz &amp; Stegun, Handbook of mathematical functions, 4.4.46).
 * Near 0 and π the cosine is too imprecise, so the angle is computed from the rows in double; equal
 * rows have angle 0.
 */
record Angle(Cosine cosine, Rows untouchedLeft, Rows untouchedRight) implements ProductMeasure {
    /**
     * Cosines beyond this are too imprecise: the error of the angle is five times that of the
     * cosine.
     */
    private static final float FLAT = 0.98f;

    private static final double[] SERIES = {
        -0.0012624911,
        0.0066700901,
        -0.0170881256,
        0.0308918810,
        -0.0501743046,
        0.0889789874,
        -0.2145988016,
        1.5707963050
    };

    @Override
    public Rows left() {
        return cosine.left();
    }

    @Override
    public Rows right() {
        return cosine.right();
    }

    @Override
    public float[] prepareLeft(float[] rows, int count) {
        return cosine.prepareLeft(rows, count);
    }

    @Override
    public float[] prepareRight(float[] rows, int count) {
        return cosine.prepareRight(rows, count);
    }

    @Override
    public ProductTransform finish() {
        return this::row;
    }

    private void row(int row, float left, int from, float[] right, float[] values) {
        cosine.row(row, left, from, right, values);
        float[] point = null;
        for (int j = 0; j < right.length; j++) {
            float cos = values[j];
            if (cos > FLAT || cos < -FLAT) {
                point = point == null ? untouchedLeft.row(row) : point;
                values[j] = (float) between(point, untouchedRight.row(from + j));
            } else {
                double angle = arc(Math.abs(cos));
                values[j] = (float) (cos < 0 ? Math.PI - angle : angle);
            }
        }
    }

    private static double arc(double cos) {
        double sum = SERIES[0];
        for (int i = 1; i < SERIES.length; i++) {
            sum = sum * cos + SERIES[i];
        }
        return Math.sqrt(1 - cos) * sum;
    }

    /** Returns the angle of two nonzero rows (Kahan's formula), which is accurate everywhere. */
    private static double between(float[] x, float[] y) {
        double ofX = norm(x);
        double ofY = norm(y);
        double apart = 0;
        double together = 0;
        for (int t = 0; t < x.length; t++) {
            double a = x[t] / ofX;
            double b = y[t] / ofY;
            apart += (a - b) * (a - b);
            together += (a + b) * (a + b);
        }
        return 2 * Math.atan2(Math.sqrt(apart), Math.sqrt(together));
    }

    private static double norm(float[] row) {
        return Math.sqrt(PlainLoops.exact(row, 0, row.length));
    }
}
