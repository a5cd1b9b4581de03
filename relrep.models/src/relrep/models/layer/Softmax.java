package relrep.models.layer;

import relrep.models.memory.FloatBlock;

import java.util.Arrays;

/**
 * Computes softmax down the columns of a matrix off the heap. It works on a tile of columns at a
 * time, so that every loop reads its arrays at one index. Scores are scaled first.
 */
final class Softmax {
    private static final int TILE = 512;

    /**
     * Floats added to the stride: a stride of whole pages would map every row to the same cache
     * lines.
     */
    private static final int SHIFT = 16;

    private final int height;
    private final int stride;
    private final float scale;
    private final float[][] p;
    private final float[][] g;
    private final float[] top;
    private final float[] sum;

    /**
     * Makes it for matrices of one size.
     *
     * @param height the rows, over which softmax is taken
     * @param columns the greatest number of columns
     * @param scale the factor of the scores
     */
    Softmax(int height, int columns, double scale) {
        this.height = height;
        this.scale = (float) scale;
        stride = (columns + SHIFT - 1) / SHIFT * SHIFT + SHIFT;
        p = new float[height][TILE];
        g = new float[height][TILE];
        top = new float[TILE];
        sum = new float[TILE];
    }

    /** Returns the distance between two rows. */
    int stride() {
        return stride;
    }

    /** Returns the number of values in the matrix. */
    int size() {
        return height * stride;
    }

    /** Replaces scores by weights. */
    void forward(FloatBlock scores, int at, int columns) {
        for (int low = 0; low < columns; low += TILE) {
            int n = Math.min(TILE, columns - low);
            Arrays.fill(top, Float.NEGATIVE_INFINITY);
            Arrays.fill(sum, 0f);
            for (int j = 0; j < height; j++) {
                scores.get(at + j * stride + low, p[j], 0, n);
                highest(top, p[j]);
            }
            for (int j = 0; j < height; j++) {
                exponential(p[j], top, sum, scale);
            }
            invert(sum);
            for (int j = 0; j < height; j++) {
                multiply(p[j], sum);
                scores.put(at + j * stride + low, p[j], 0, n);
            }
        }
    }

    /** Replaces the gradients of weights by those of scores: {@code p (g - Σ p g)}, scaled. */
    void backward(FloatBlock weights, int at, FloatBlock gradients, int columns) {
        for (int low = 0; low < columns; low += TILE) {
            int n = Math.min(TILE, columns - low);
            Arrays.fill(sum, 0f);
            for (int j = 0; j < height; j++) {
                weights.get(at + j * stride + low, p[j], 0, n);
                gradients.get(j * stride + low, g[j], 0, n);
                addProducts(sum, p[j], g[j]);
            }
            for (int j = 0; j < height; j++) {
                pullBack(g[j], p[j], sum, scale);
                gradients.put(j * stride + low, g[j], 0, n);
            }
        }
    }

    private static void highest(float[] top, float[] x) {
        for (int i = 0; i < top.length; i++) {
            top[i] = Math.max(top[i], x[i]);
        }
    }

    private static void exponential(float[] x, float[] top, float[] sum, float scale) {
        for (int i = 0; i < x.length; i++) {
            float e = Exponential.of((x[i] - top[i]) * scale);
            x[i] = e;
            sum[i] += e;
        }
    }

    private static void invert(float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = 1f / x[i];
        }
    }

    private static void multiply(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= y[i];
        }
    }

    private static void addProducts(float[] sum, float[] x, float[] y) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += x[i] * y[i];
        }
    }

    private static void pullBack(float[] g, float[] p, float[] sum, float scale) {
        for (int i = 0; i < g.length; i++) {
            g[i] = p[i] * (g[i] - sum[i]) * scale;
        }
    }
}
