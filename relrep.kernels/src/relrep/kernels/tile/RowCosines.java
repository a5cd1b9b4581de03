package relrep.kernels.tile;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.MatrixRows;

import java.nio.FloatBuffer;

/** Computes the cosine between each row of one space and the same row of another, in double. */
public final class RowCosines {
    private static final int BLOCK = 256;

    private RowCosines() {}

    /**
     * Returns one cosine per row, -1 to 1; 0 if one of the two is a zero vector.
     *
     * @param x {@code n × d}
     * @param y {@code n × d}
     * @throws InvalidInputException when the shapes differ
     */
    public static double[] of(Matrix x, Matrix y) {
        requireOneShape(x.rows(), x.cols(), y.rows(), y.cols());
        FloatBuffer left = x.buffer();
        FloatBuffer right = y.buffer();
        int d = x.cols();
        float[] a = new float[d];
        float[] b = new float[d];
        double[] cosines = new double[x.rows()];
        for (int i = 0; i < cosines.length; i++) {
            left.get(i * d, a);
            right.get(i * d, b);
            cosines[i] = cosine(a, b);
        }
        return cosines;
    }

    /**
     * Returns one cosine per row, as for floats.
     *
     * @param x {@code n × d}
     * @param y {@code n × d}
     * @throws InvalidInputException when the shapes differ
     */
    public static double[] of(MatrixRows x, MatrixRows y) {
        requireOneShape(x.rows(), x.cols(), y.rows(), y.cols());
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

    private static void requireOneShape(int n, int d, int m, int e) {
        if (n != m || d != e) {
            throw new InvalidInputException(
                    "paired rows must have one shape, not %d × %d and %d × %d"
                            .formatted(n, d, m, e));
        }
    }

    /**
     * Computes a cosine with four independent sums, so that additions need not wait for each other.
     */
    private static double cosine(float[] x, float[] y) {
        double xy0 = 0;
        double xy1 = 0;
        double xy2 = 0;
        double xy3 = 0;
        double xx0 = 0;
        double xx1 = 0;
        double xx2 = 0;
        double xx3 = 0;
        double yy0 = 0;
        double yy1 = 0;
        double yy2 = 0;
        double yy3 = 0;
        int t = 0;
        for (; t + 4 <= x.length; t += 4) {
            double a = x[t];
            double b = y[t];
            xy0 += a * b;
            xx0 += a * a;
            yy0 += b * b;
            a = x[t + 1];
            b = y[t + 1];
            xy1 += a * b;
            xx1 += a * a;
            yy1 += b * b;
            a = x[t + 2];
            b = y[t + 2];
            xy2 += a * b;
            xx2 += a * a;
            yy2 += b * b;
            a = x[t + 3];
            b = y[t + 3];
            xy3 += a * b;
            xx3 += a * a;
            yy3 += b * b;
        }
        for (; t < x.length; t++) {
            double a = x[t];
            double b = y[t];
            xy0 += a * b;
            xx0 += a * a;
            yy0 += b * b;
        }
        return cosine(xy0 + xy1 + xy2 + xy3, xx0 + xx1 + xx2 + xx3, yy0 + yy1 + yy2 + yy3);
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
        return cosine(xy, xx, yy);
    }

    private static double cosine(double xy, double xx, double yy) {
        double norms = Math.sqrt(xx) * Math.sqrt(yy);
        return norms == 0 ? 0 : Math.max(-1, Math.min(1, xy / norms));
    }
}
