package relrep.kernels.tile;

import relrep.api.run.InvalidInputException;

import java.util.Arrays;

/**
 * A shift and a factor for each coordinate: {@code z' = (z − shift) · factor}. The shift is stored
 * in two floats, so that a coordinate far from 0 with a small spread keeps its digits.
 */
public final class Standardisation {
    private final float[] high;
    private final float[] low;
    private final float[] factor;

    private Standardisation(float[] high, float[] low, float[] factor) {
        this.high = high;
        this.low = low;
        this.factor = factor;
    }

    /**
     * Returns a standardisation.
     *
     * @param shift {@code d} values, usually the means
     * @param factor {@code d} values; 0 removes the coordinate
     */
    public static Standardisation of(double[] shift, double[] factor) {
        if (shift.length != factor.length) {
            throw new InvalidInputException(
                    "shift and factor must be equally wide, not %d and %d"
                            .formatted(shift.length, factor.length));
        }
        int d = shift.length;
        float[] high = new float[d];
        float[] low = new float[d];
        float[] factors = new float[d];
        for (int j = 0; j < d; j++) {
            high[j] = (float) shift[j];
            low[j] = (float) (shift[j] - high[j]);
            factors[j] = (float) factor[j];
        }
        return new Standardisation(high, low, factors);
    }

    /** Returns a shift without a factor. */
    static Standardisation shift(double[] shift) {
        return shift(shift, new Scale(0));
    }

    /** Returns a shift, after which all coordinates are scaled by one factor. */
    static Standardisation shift(double[] shift, Scale scale) {
        double[] factors = new double[shift.length];
        Arrays.fill(factors, scale.factor());
        return of(shift, factors);
    }

    /** Returns <i>d</i>. */
    public int width() {
        return high.length;
    }

    /** Standardises {@code count} rows in place. */
    void apply(float[] rows, int count) {
        float[] row = new float[high.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows, i * row.length, row, 0, row.length);
            for (int j = 0; j < row.length; j++) {
                row[j] = (row[j] - high[j] - low[j]) * factor[j];
            }
            System.arraycopy(row, 0, rows, i * row.length, row.length);
        }
    }
}
