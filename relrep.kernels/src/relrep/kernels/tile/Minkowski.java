package relrep.kernels.tile;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Distances of Minkowski, {@code (Σ |x - a|^p)^(1/p)}, of every point and every anchor: no product
 * gives them, so it is one loop over the anchors for each coordinate of a point. Differences in
 * float32, sixteen of them added in float32, their sums in double; equal rows have distance 0.
 */
public final class Minkowski {
    private static final int BLOCK = 64;
    private static final int LANE = 16;

    /** Whole exponents up to this are multiplied out. */
    private static final int WHOLE = 64;

    /** Below this a difference has no reciprocal in float32; where all are, the distance is 0. */
    private static final float SMALLEST = 1e-37f;

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
        float[] columns = columns(anchors);
        FloatBuffer rows = points.buffer();
        return Matrix.filled(
                n,
                k,
                memory ->
                        workers.each(
                                (n + BLOCK - 1) / BLOCK,
                                ticks -> {
                                    Row row = new Row(columns, k, points.cols(), p);
                                    IntConsumer block =
                                            b -> {
                                                int to = Math.min(n, (b + 1) * BLOCK);
                                                for (int i = b * BLOCK; i < to; i++) {
                                                    memory.put(i * k, row.of(rows, i));
                                                }
                                            };
                                    return block;
                                }));
    }

    /** Returns the anchors coordinate after coordinate. */
    private static float[] columns(Matrix anchors) {
        int k = anchors.rows();
        float[] columns = new float[k * anchors.cols()];
        for (int j = 0; j < k; j++) {
            float[] anchor = anchors.row(j);
            for (int t = 0; t < anchor.length; t++) {
                columns[t * k + j] = anchor[t];
            }
        }
        return columns;
    }

    /** One thread's scratch memory. */
    private static final class Row {
        private final float[] columns;
        private final int k;
        private final double p;
        private final float[] point;
        private final float[] spoilt;
        private final float[] part;
        private final float[] base;
        private final float[] inverse;
        private final double[] sum;
        private final float[] result;

        Row(float[] columns, int k, int d, double p) {
            this.columns = columns;
            this.k = k;
            this.p = p;
            this.point = new float[d];
            this.spoilt = new float[k];
            for (int t = 0; t < columns.length; t++) {
                spoilt[t % k] += columns[t] - columns[t];
            }
            this.part = new float[k];
            this.base = new float[k];
            this.inverse = new float[k];
            this.sum = new double[k];
            this.result = new float[k];
        }

        float[] of(FloatBuffer rows, int i) {
            rows.get(i * point.length, point);
            if (p == 1) {
                sums();
            } else {
                largest();
                if (Double.isFinite(p)) {
                    powers();
                }
            }
            return result;
        }

        private void sums() {
            Arrays.fill(sum, 0);
            for (int from = 0; from < point.length; from += LANE) {
                Arrays.fill(part, 0);
                for (int t = from; t < Math.min(point.length, from + LANE); t++) {
                    float x = point[t];
                    int at = t * k;
                    for (int j = 0; j < k; j++) {
                        part[j] += Math.abs(x - columns[at + j]);
                    }
                }
                add();
            }
            for (int j = 0; j < k; j++) {
                result[j] = (float) sum[j];
            }
        }

        private void add() {
            for (int j = 0; j < k; j++) {
                sum[j] += part[j];
            }
        }

        /**
         * Takes the largest differences. A branch that is seldom taken is cheaper than {@code
         * Math.max}; what is not a number does not pass it, and so is there from the start.
         */
        private void largest() {
            float own = 0;
            for (float x : point) {
                own += x - x;
            }
            for (int j = 0; j < k; j++) {
                result[j] = own + spoilt[j];
            }
            for (int t = 0; t < point.length; t++) {
                float x = point[t];
                int at = t * k;
                for (int j = 0; j < k; j++) {
                    float apart = Math.abs(x - columns[at + j]);
                    if (apart > result[j]) {
                        result[j] = apart;
                    }
                }
            }
        }

        /** Takes the powers of the differences over the largest, so that none runs over. */
        private void powers() {
            for (int j = 0; j < k; j++) {
                inverse[j] = result[j] > SMALLEST ? 1 / result[j] : 0;
            }
            Arrays.fill(sum, 0);
            for (int from = 0; from < point.length; from += LANE) {
                Arrays.fill(part, 0);
                for (int t = from; t < Math.min(point.length, from + LANE); t++) {
                    power(point[t], t * k);
                }
                add();
            }
            for (int j = 0; j < k; j++) {
                result[j] = (float) (result[j] * Math.pow(sum[j], 1 / p));
            }
        }

        private void power(float x, int at) {
            for (int j = 0; j < k; j++) {
                base[j] = Math.abs(x - columns[at + j]) * inverse[j];
            }
            if (p == Math.rint(p) && p <= WHOLE) {
                multiply((int) p);
            } else {
                for (int j = 0; j < k; j++) {
                    part[j] += (float) Math.pow(base[j], p);
                }
            }
        }

        private void multiply(int whole) {
            float[] power = new float[k];
            Arrays.fill(power, 1);
            for (int left = whole; left > 0; left >>= 1) {
                if ((left & 1) == 1) {
                    for (int j = 0; j < k; j++) {
                        power[j] *= base[j];
                    }
                }
                for (int j = 0; j < k; j++) {
                    base[j] *= base[j];
                }
            }
            for (int j = 0; j < k; j++) {
                part[j] += power[j];
            }
        }
    }
}
