package relrep.kernels.tile;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Computes the Minkowski distances {@code (Σ |x - a|^p)^(1/p)} of every point and every anchor.
 * They are not products, so it loops over the anchors, four coordinates at a time. Sixteen
 * coordinates of all anchors stay in the cache while a block of points is processed. Differences
 * are in float32, sixteen of them are added in float32, and these sums are added in double. Equal
 * rows have distance 0.
 *
 * <p>Each coordinate of the anchors is an array of its own, and all arrays of a loop share one
 * index, so that the compiler turns it into vector instructions.
 */
public final class Minkowski {
    private static final int BLOCK = 32;
    private static final int LANE = 16;
    private static final int STEP = 4;

    /**
     * Exponents up to this are computed by multiplication if twice the exponent is a whole number.
     */
    private static final int WHOLE = 64;

    /** Differences below this have no reciprocal in float32; if all are below, double is used. */
    private static final float SMALLEST = 1e-37f;

    /** The reciprocals of differences above this lose digits. */
    private static final float LARGEST = 1e37f;

    private Minkowski() {}

    /**
     * Returns the distances.
     *
     * @param points {@code n × d}
     * @param anchors {@code k × d}
     * @param p 1 or more; infinity for the largest difference
     * @return {@code n × k}
     */
    public static Matrix distances(Matrix points, Matrix anchors, double p) {
        return distances(points, anchors, p, Workers.all());
    }

    static Matrix distances(Matrix points, Matrix anchors, double p, Workers workers) {
        if (points.cols() != anchors.cols()) {
            throw new InvalidInputException(
                    "points and anchors must be equally wide, not %d and %d"
                            .formatted(points.cols(), anchors.cols()));
        }
        int n = points.rows();
        int k = anchors.rows();
        float[][] columns = columns(anchors);
        FloatBuffer rows = points.buffer();
        return Matrix.filled(
                n,
                k,
                memory ->
                        workers.each(
                                (n + BLOCK - 1) / BLOCK,
                                ticks -> {
                                    Block block = new Block(columns, k, points.cols(), p);
                                    IntConsumer piece =
                                            b -> {
                                                int from = b * BLOCK;
                                                int count = Math.min(BLOCK, n - from);
                                                block.measure(rows, from, count);
                                                for (int i = 0; i < count; i++) {
                                                    memory.put((from + i) * k, block.results[i]);
                                                }
                                            };
                                    return piece;
                                }));
    }

    /** Returns the anchors coordinate by coordinate, padded with zeros to a multiple of a step. */
    private static float[][] columns(Matrix anchors) {
        int d = anchors.cols();
        float[][] columns = new float[(d + STEP - 1) / STEP * STEP][anchors.rows()];
        for (int j = 0; j < anchors.rows(); j++) {
            float[] anchor = anchors.row(j);
            for (int t = 0; t < d; t++) {
                columns[t][j] = anchor[t];
            }
        }
        return columns;
    }

    /** Scratch memory of one thread for a block of points. */
    private static final class Block {
        private final float[][] columns;
        private final int d;
        private final double p;
        private final int twice;
        private final float[][] points;
        private final float[] part;
        private final float[] base;
        private final float[] power;
        private final float[][] inverses;
        private final double[][] sums;
        private final float[][] results;

        Block(float[][] columns, int k, int d, double p) {
            this.columns = columns;
            this.d = d;
            this.p = p;
            this.twice = 2 * p == Math.rint(2 * p) && p <= WHOLE ? (int) (2 * p) : 0;
            this.points = new float[BLOCK][columns.length];
            this.part = new float[k];
            this.base = new float[k];
            this.power = new float[k];
            this.inverses = new float[p > 1 && Double.isFinite(p) ? BLOCK : 0][k];
            this.sums = new double[Double.isFinite(p) ? BLOCK : 0][k];
            this.results = new float[BLOCK][k];
        }

        /** Computes the distances of some points. */
        void measure(FloatBuffer rows, int from, int count) {
            for (int i = 0; i < count; i++) {
                rows.get((from + i) * d, points[i], 0, d);
                Arrays.fill(results[i], 0);
            }
            if (p == 1) {
                sums(count);
            } else {
                largest(count);
                if (Double.isFinite(p)) {
                    powers(count);
                }
            }
        }

        private void sums(int count) {
            clear(count);
            for (int from = 0; from < columns.length; from += LANE) {
                int to = Math.min(columns.length, from + LANE);
                for (int i = 0; i < count; i++) {
                    Arrays.fill(part, 0);
                    for (int t = from; t < to; t += STEP) {
                        add(points[i], columns, t, part);
                    }
                    add(part, sums[i]);
                }
            }
            for (int i = 0; i < count; i++) {
                round(sums[i], results[i]);
            }
        }

        private void largest(int count) {
            for (int from = 0; from < columns.length; from += LANE) {
                int to = Math.min(columns.length, from + LANE);
                for (int i = 0; i < count; i++) {
                    for (int t = from; t < to; t += STEP) {
                        raise(points[i], columns, t, results[i]);
                    }
                }
            }
        }

        /**
         * Adds the powers of the differences divided by the largest one, so that no power
         * overflows.
         */
        private void powers(int count) {
            clear(count);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < part.length; j++) {
                    float most = results[i][j];
                    inverses[i][j] = most > SMALLEST && most < LARGEST ? 1 / most : 0;
                }
            }
            for (int from = 0; from < d; from += LANE) {
                int to = Math.min(d, from + LANE);
                for (int i = 0; i < count; i++) {
                    Arrays.fill(part, 0);
                    for (int t = from; t < to; t++) {
                        scale(points[i][t], columns[t], inverses[i], base);
                        if (twice > 0) {
                            multiply(twice, base, power, part);
                        } else {
                            raise(p, base, part);
                        }
                    }
                    add(part, sums[i]);
                }
            }
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < part.length; j++) {
                    results[i][j] =
                            inverses[i][j] > 0 || results[i][j] == 0
                                    ? (float) (results[i][j] * root(sums[i][j]))
                                    : exact(points[i], j);
                }
            }
        }

        /** Returns a distance whose largest difference has no reciprocal in float32. */
        private float exact(float[] point, int j) {
            double most = 0;
            for (int t = 0; t < d; t++) {
                most = Math.max(most, Math.abs((double) point[t] - columns[t][j]));
            }
            double sum = 0;
            for (int t = 0; t < d; t++) {
                sum += Math.pow(Math.abs((double) point[t] - columns[t][j]) / most, p);
            }
            return (float) (most * root(sum));
        }

        private double root(double sum) {
            return p == 2 ? Math.sqrt(sum) : Math.pow(sum, 1 / p);
        }

        private void clear(int count) {
            for (int i = 0; i < count; i++) {
                Arrays.fill(sums[i], 0);
            }
        }
    }

    private static void add(float[] point, float[][] columns, int t, float[] part) {
        float x = point[t];
        float y = point[t + 1];
        float z = point[t + 2];
        float w = point[t + 3];
        float[] a = columns[t];
        float[] b = columns[t + 1];
        float[] c = columns[t + 2];
        float[] e = columns[t + 3];
        for (int j = 0; j < part.length; j++) {
            part[j] =
                    part[j]
                            + Math.abs(x - a[j])
                            + Math.abs(y - b[j])
                            + Math.abs(z - c[j])
                            + Math.abs(w - e[j]);
        }
    }

    private static void add(float[] part, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += part[j];
        }
    }

    private static void round(double[] sum, float[] result) {
        for (int j = 0; j < result.length; j++) {
            result[j] = (float) sum[j];
        }
    }

    private static void raise(float[] point, float[][] columns, int t, float[] most) {
        float x = point[t];
        float y = point[t + 1];
        float z = point[t + 2];
        float w = point[t + 3];
        float[] a = columns[t];
        float[] b = columns[t + 1];
        float[] c = columns[t + 2];
        float[] e = columns[t + 3];
        for (int j = 0; j < most.length; j++) {
            float one = Math.max(most[j], Math.abs(x - a[j]));
            float two = Math.max(one, Math.abs(y - b[j]));
            float three = Math.max(two, Math.abs(z - c[j]));
            most[j] = Math.max(three, Math.abs(w - e[j]));
        }
    }

    private static void scale(float x, float[] column, float[] inverse, float[] base) {
        for (int j = 0; j < base.length; j++) {
            base[j] = Math.abs(x - column[j]) * inverse[j];
        }
    }

    private static void raise(double p, float[] base, float[] part) {
        for (int j = 0; j < part.length; j++) {
            part[j] += (float) Math.pow(base[j], p);
        }
    }

    /** Adds the powers for an exponent of half a whole number; overwrites the base. */
    private static void multiply(int twice, float[] base, float[] power, float[] part) {
        if ((twice & 1) == 1) {
            roots(base, power);
        } else {
            Arrays.fill(power, 1);
        }
        for (int left = twice >> 1; left > 1; left >>= 1) {
            if ((left & 1) == 1) {
                times(base, power);
            }
            times(base, base);
        }
        for (int j = 0; j < part.length; j++) {
            part[j] += power[j] * base[j];
        }
    }

    private static void roots(float[] base, float[] power) {
        for (int j = 0; j < power.length; j++) {
            power[j] = (float) Math.sqrt(base[j]);
        }
    }

    private static void times(float[] factor, float[] power) {
        for (int j = 0; j < power.length; j++) {
            power[j] *= factor[j];
        }
    }
}
