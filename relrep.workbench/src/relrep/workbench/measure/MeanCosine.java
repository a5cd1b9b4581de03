package relrep.workbench.measure;

import relrep.api.data.Matrix;

import java.util.Arrays;

/**
 * The mean cosine of two different rows, from the sum <i>S</i> of the unit vectors: {@code (‖S‖² -
 * n) / (n(n-1))}. It is near 0 when the rows point in all directions and near 1 in a narrow cone. A
 * row of zeros has cosine 0 with all others.
 */
public final class MeanCosine {
    /**
     * The threshold for a narrow cone. Above this mean cosine, cosines hardly distinguish the rows.
     */
    public static final double NARROW = 0.2;

    private final double[] units;
    private long rows;
    private long directed;

    /**
     * Starts without rows.
     *
     * @param width coordinates of a row
     */
    public MeanCosine(int width) {
        units = new double[width];
    }

    /** Returns the mean cosine of all rows of a matrix. */
    public static double of(Matrix points) {
        MeanCosine cosine = new MeanCosine(points.cols());
        for (int i = 0; i < points.rows(); i++) {
            cosine.add(points.row(i));
        }
        return cosine.value();
    }

    /** Adds a row, and returns its Euclidean length. */
    public double add(float[] row) {
        double square = 0;
        for (float value : row) {
            square += (double) value * value;
        }
        double length = Math.sqrt(square);
        rows++;
        if (length > 0) {
            directed++;
            for (int j = 0; j < units.length; j++) {
                units[j] += row[j] / length;
            }
        }
        return length;
    }

    /** Returns the mean over all pairs of the rows, or 0 with less than two rows. */
    public double value() {
        double all = Arrays.stream(units).map(value -> value * value).sum();
        return rows < 2 ? 0 : (all - directed) / ((double) rows * (rows - 1));
    }
}
