package relrep.kernels.tile;

import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.Rows;

/** The cosine of each row of one space and the same row of another. In double. */
public final class RowCosines {
    private static final int BLOCK = 256;

    private RowCosines() {}

    /**
     * Returns one cosine a row, -1 to 1; 0 where one of the two is the zero vector.
     *
     * @param x {@code n × d}
     * @param y {@code n × d}
     * @throws InvalidInputException when the shapes differ
     */
    public static double[] of(Rows x, Rows y) {
        if (x.rows() != y.rows() || x.cols() != y.cols()) {
            throw new InvalidInputException(
                    "paired rows must have one shape, not %d × %d and %d × %d"
                            .formatted(x.rows(), x.cols(), y.rows(), y.cols()));
        }
        double[] cosines = new double[x.rows()];
        double[] left = new double[Math.min(BLOCK, x.rows()) * x.cols()];
        double[] right = new double[left.length];
        for (int from = 0; from < cosines.length; from += BLOCK) {
            int to = Math.min(cosines.length, from + BLOCK);
            x.read(from, to, left);
            y.read(from, to, right);
            for (int i = from; i < to; i++) {
                cosines[i] = cosine(left, right, (i - from) * x.cols(), x.cols());
            }
        }
        return cosines;
    }

    private static double cosine(double[] x, double[] y, int from, int d) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int t = from; t < from + d; t++) {
            xy += x[t] * y[t];
            xx += x[t] * x[t];
            yy += y[t] * y[t];
        }
        double cosine =
                xy
                        / (Math.max(Math.sqrt(xx), Cosine.SMALLEST_NORM)
                                * Math.max(Math.sqrt(yy), Cosine.SMALLEST_NORM));
        return Math.max(-1, Math.min(1, cosine));
    }
}
