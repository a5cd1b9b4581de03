package relrep.models.layer;

import java.util.Arrays;

/**
 * Loops over the channels of many pixels. Values are arranged in tiles of whole pixels, so that a
 * loop reads all its arrays at one index; only then does the JVM vectorise it. Sums are added in
 * float over a few tiles, then in double.
 */
final class ColumnSlice {
    /** The number of tiles added in float. */
    static final int FLUSH = 32;

    private static final int TILE = 1024;

    private final int channels;
    private final float[] x;
    private final float[] y;
    private final float[] sum;
    private final float[] product;

    ColumnSlice(int channels) {
        this.channels = channels;
        int length = Math.max(1, TILE / channels) * channels;
        x = new float[length];
        y = new float[length];
        sum = new float[length];
        product = new float[length];
    }

    /** Returns a tile of zeros. */
    float[] tile() {
        return new float[x.length];
    }

    /** Fills a tile with one value per channel. */
    void repeat(float[] values, float[] tile) {
        for (int i = 0; i < tile.length; i += channels) {
            System.arraycopy(values, 0, tile, i, channels);
        }
    }

    /** Computes {@code v = v + t}. */
    void add(float[] v, int length, float[] t) {
        for (int at = 0; at < length; at += x.length) {
            int n = Math.min(x.length, length - at);
            System.arraycopy(v, at, x, 0, n);
            plus(x, t);
            System.arraycopy(x, 0, v, at, n);
        }
    }

    /** Computes {@code out = a·v + b}. */
    void affine(float[] v, int length, float[] a, float[] b, float[] out) {
        for (int at = 0; at < length; at += x.length) {
            int n = Math.min(x.length, length - at);
            System.arraycopy(v, at, x, 0, n);
            affine(x, a, b);
            System.arraycopy(x, 0, out, at, n);
        }
    }

    /** Computes {@code g = a·g + b·v + c}. */
    void blend(float[] g, float[] v, int length, float[] a, float[] b, float[] c) {
        for (int at = 0; at < length; at += x.length) {
            int n = Math.min(x.length, length - at);
            System.arraycopy(g, at, y, 0, n);
            System.arraycopy(v, at, x, 0, n);
            blend(y, x, a, b, c);
            System.arraycopy(y, 0, g, at, n);
        }
    }

    /** Computes {@code sums[c] = Σ v}. */
    void sums(float[] v, int length, double[] sums) {
        Arrays.fill(sums, 0, channels, 0);
        int tiles = 0;
        for (int at = 0; at < length; at += x.length) {
            load(v, at, length, x);
            plus(sum, x);
            if (++tiles % FLUSH == 0) {
                flush(sum, sums);
            }
        }
        flush(sum, sums);
    }

    /** Computes {@code sums[c] = Σ (v - m)²}. */
    void squares(float[] v, int length, float[] m, double[] sums) {
        Arrays.fill(sums, 0, channels, 0);
        int tiles = 0;
        for (int at = 0; at < length; at += x.length) {
            load(v, at, length, x);
            if (length - at < x.length) {
                System.arraycopy(m, length - at, x, length - at, x.length - length + at);
            }
            square(x, m, sum);
            if (++tiles % FLUSH == 0) {
                flush(sum, sums);
            }
        }
        flush(sum, sums);
    }

    /** Computes {@code sums[c] = Σ g} and {@code products[c] = Σ (v - m)·g}. */
    void sumsAndProducts(
            float[] v, float[] g, int length, float[] m, double[] sums, double[] products) {
        Arrays.fill(sums, 0, channels, 0);
        Arrays.fill(products, 0, channels, 0);
        int tiles = 0;
        for (int at = 0; at < length; at += x.length) {
            load(v, at, length, x);
            load(g, at, length, y);
            both(x, y, m, sum, product);
            if (++tiles % FLUSH == 0) {
                flush(sum, sums);
                flush(product, products);
            }
        }
        flush(sum, sums);
        flush(product, products);
    }

    private static void load(float[] v, int at, int length, float[] tile) {
        int n = Math.min(tile.length, length - at);
        System.arraycopy(v, at, tile, 0, n);
        Arrays.fill(tile, n, tile.length, 0f);
    }

    /** Adds a tile to the sums and clears it. */
    void flush(float[] tile, double[] sums) {
        for (int i = 0; i < tile.length; i += channels) {
            for (int c = 0; c < channels; c++) {
                sums[c] += tile[i + c];
            }
        }
        Arrays.fill(tile, 0f);
    }

    private static void plus(float[] x, float[] t) {
        for (int i = 0; i < x.length; i++) {
            x[i] += t[i];
        }
    }

    private static void affine(float[] x, float[] a, float[] b) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] * a[i] + b[i];
        }
    }

    private static void blend(float[] y, float[] x, float[] a, float[] b, float[] c) {
        for (int i = 0; i < y.length; i++) {
            y[i] = y[i] * a[i] + (x[i] * b[i] + c[i]);
        }
    }

    private static void square(float[] x, float[] m, float[] sum) {
        for (int i = 0; i < x.length; i++) {
            float d = x[i] - m[i];
            sum[i] += d * d;
        }
    }

    private static void both(float[] x, float[] y, float[] m, float[] sum, float[] product) {
        for (int i = 0; i < x.length; i++) {
            float g = y[i];
            sum[i] += g;
            product[i] += (x[i] - m[i]) * g;
        }
    }
}
