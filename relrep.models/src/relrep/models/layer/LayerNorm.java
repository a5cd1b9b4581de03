package relrep.models.layer;

import java.util.Arrays;
import java.util.List;

/**
 * Layer normalisation (Ba, Kiros and Hinton, 2016): subtracts from every pixel or token the mean of
 * its channels, divides by their (biased) standard deviation, then applies a learnt scale and shift
 * per channel. Nothing depends on the batch. A plain vector is one pixel.
 *
 * @param epsilon added to a variance before its root is taken
 */
public record LayerNorm(double epsilon) implements Layer {
    private static final String SCALE = "scale";
    private static final String SHIFT = "shift";

    /** Makes the usual layer: epsilon 1e-5. */
    public LayerNorm() {
        this(1e-5);
    }

    @Override
    public Volume output(Volume input) {
        return input;
    }

    @Override
    public List<Parameter> parameters(Volume input) {
        return List.of(
                Parameter.constant(SCALE, input.channels(), 1),
                Parameter.constant(SHIFT, input.channels(), 0));
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(this, site);
    }

    /** Works on tiles of whole tokens, in which every loop reads all its arrays at one index. */
    private static final class Work implements Kernel {
        private final double epsilon;
        private final LayerBuffers site;
        private final int channels;
        private final int size;
        private final ColumnSlice columns;
        private final float[] y;

        /** Normalised tokens, and one over the deviations. */
        private final float[] normal;

        private final float[] inverse;
        private final float[] dx;
        private final float[] scale;
        private final float[] shift;
        private final float[] tileScale;
        private final float[] tileShift;
        private final float[] a;
        private final float[] b;
        private final float[] c;
        private final float[] x;
        private final float[] h;
        private final float[] sum;
        private final float[] product;
        private final double[] sums;
        private final double[] products;

        Work(LayerNorm norm, LayerBuffers site) {
            epsilon = norm.epsilon;
            this.site = site;
            channels = site.input().channels();
            size = site.input().size();
            columns = new ColumnSlice(channels);
            y = site.values(size);
            normal = site.values(size);
            inverse = site.values(site.input().pixels());
            dx = site.inputGradients();
            scale = new float[channels];
            shift = new float[channels];
            tileScale = columns.tile();
            tileShift = columns.tile();
            a = columns.tile();
            b = columns.tile();
            c = columns.tile();
            x = columns.tile();
            h = columns.tile();
            sum = columns.tile();
            product = columns.tile();
            sums = new double[channels];
            products = new double[channels];
        }

        private void load() {
            site.parameters().get(SCALE).get(0, scale, 0, channels);
            site.parameters().get(SHIFT).get(0, shift, 0, channels);
            columns.repeat(scale, tileScale);
            columns.repeat(shift, tileShift);
        }

        @Override
        public float[] forward(float[] inputs, int rows, BatchContext pass) {
            load();
            int length = rows * size;
            for (int at = 0; at < length; at += x.length) {
                int n = Math.min(x.length, length - at);
                System.arraycopy(inputs, at, x, 0, n);
                measure(n, at / channels);
                normalise(x, a, b, h, tileScale, tileShift);
                System.arraycopy(h, 0, normal, at, n);
                System.arraycopy(x, 0, y, at, n);
            }
            return y;
        }

        /** Fills a with the tokens' means, and b with one over their deviations. */
        private void measure(int n, int token) {
            for (int i = 0; i < n; i += channels) {
                float mean = (float) (Sums.of(x, i, channels) / channels);
                double variance = Sums.squares(x, i, channels, mean) / channels;
                float one = (float) (1 / Math.sqrt(variance + epsilon));
                inverse[token + i / channels] = one;
                Arrays.fill(a, i, i + channels, mean);
                Arrays.fill(b, i, i + channels, one);
            }
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            Arrays.fill(sums, 0);
            Arrays.fill(products, 0);
            int length = rows * size;
            int tiles = 0;
            for (int at = 0; at < length; at += x.length) {
                int n = Math.min(x.length, length - at);
                if (n < x.length) {
                    Arrays.fill(x, 0);
                    Arrays.fill(h, 0);
                }
                System.arraycopy(gradient, at, x, 0, n);
                System.arraycopy(normal, at, h, 0, n);
                collect(x, h, sum, product);
                if (++tiles % ColumnSlice.FLUSH == 0) {
                    columns.flush(sum, sums);
                    columns.flush(product, products);
                }
                if (dx.length > 0) {
                    weigh(n, at / channels);
                    pullBack(x, h, a, b, c);
                    System.arraycopy(x, 0, dx, at, n);
                }
            }
            columns.flush(sum, sums);
            columns.flush(product, products);
            write(sums, SHIFT);
            write(products, SCALE);
            return dx;
        }

        /**
         * Fills a and b with the tokens' means of g and of g·h, and c with one over the deviations.
         */
        private void weigh(int n, int token) {
            multiply(x, tileScale);
            for (int i = 0; i < n; i += channels) {
                float mean = (float) (Sums.of(x, i, channels) / channels);
                float tilt = (float) (Sums.products(x, h, i, channels) / channels);
                Arrays.fill(a, i, i + channels, mean);
                Arrays.fill(b, i, i + channels, tilt);
                Arrays.fill(c, i, i + channels, inverse[token + i / channels]);
            }
        }

        private void write(double[] values, String name) {
            for (int i = 0; i < channels; i++) {
                scale[i] = (float) values[i];
            }
            site.gradients().get(name).put(0, scale, 0, channels);
        }

        private static void normalise(
                float[] x, float[] mean, float[] inverse, float[] h, float[] scale, float[] shift) {
            for (int i = 0; i < x.length; i++) {
                float v = (x[i] - mean[i]) * inverse[i];
                h[i] = v;
                x[i] = v * scale[i] + shift[i];
            }
        }

        private static void multiply(float[] x, float[] y) {
            for (int i = 0; i < x.length; i++) {
                x[i] *= y[i];
            }
        }

        private static void collect(float[] g, float[] h, float[] sum, float[] product) {
            for (int i = 0; i < g.length; i++) {
                sum[i] += g[i];
                product[i] += g[i] * h[i];
            }
        }

        private static void pullBack(float[] g, float[] h, float[] mean, float[] tilt, float[] c) {
            for (int i = 0; i < g.length; i++) {
                g[i] = (g[i] - mean[i] - h[i] * tilt[i]) * c[i];
            }
        }
    }
}
