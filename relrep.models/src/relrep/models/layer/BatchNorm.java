package relrep.models.layer;

import relrep.models.memory.FloatBlock;

import java.util.List;

/**
 * Batch normalisation (Ioffe and Szegedy, ICML 2015): subtracts from each channel its mean over the
 * batch, divides by its standard deviation, then applies a learnt scale and shift. Inference uses
 * running means instead. The batch's variance is the biased one, the running one is unbiased.
 *
 * @param momentum the share of the running means that a batch replaces
 * @param epsilon added to a variance before its root is taken
 */
public record BatchNorm(double momentum, double epsilon) implements Layer {
    private static final String SCALE = "scale";
    private static final String SHIFT = "shift";
    private static final String MEAN = "mean";
    private static final String VARIANCE = "variance";

    /** Makes the usual layer: momentum 0.1 and epsilon 1e-5. */
    public BatchNorm() {
        this(0.1, 1e-5);
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
    public List<Parameter> statistics(Volume input) {
        return List.of(
                Parameter.constant(MEAN, input.channels(), 0),
                Parameter.constant(VARIANCE, input.channels(), 1));
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(this, site);
    }

    private static final class Work implements Kernel {
        private final BatchNorm norm;
        private final LayerBuffers site;
        private final int channels;
        private final int size;
        private final ColumnSlice columns;
        private final float[] y;
        private final float[] scale;
        private final float[] shift;
        private final float[] a;
        private final float[] b;
        private final float[] c;
        private final float[] tileA;
        private final float[] tileB;
        private final float[] tileC;
        private final float[] tileMean;

        /** Sums of this thread and of all threads; the number of pixels follows the channels. */
        private final double[] own;

        private final double[] all;
        private final double[] products;
        private final double[] mean;
        private final double[] inverse;
        private float[] x;
        private boolean still;

        Work(BatchNorm norm, LayerBuffers site) {
            this.norm = norm;
            this.site = site;
            channels = site.input().channels();
            size = site.input().size();
            columns = new ColumnSlice(channels);
            y = site.values(size);
            scale = new float[channels];
            shift = new float[channels];
            a = new float[channels];
            b = new float[channels];
            c = new float[channels];
            tileA = columns.tile();
            tileB = columns.tile();
            tileC = columns.tile();
            tileMean = columns.tile();
            own = new double[channels + 1];
            all = new double[channels + 1];
            products = new double[channels + 1];
            mean = new double[channels];
            inverse = new double[channels];
        }

        @Override
        public float[] forward(float[] inputs, int rows, BatchContext pass) {
            x = inputs;
            site.parameters().get(SCALE).get(0, scale, 0, channels);
            site.parameters().get(SHIFT).get(0, shift, 0, channels);
            still = !pass.training();
            if (!still) {
                measure(rows);
            } else {
                recall();
            }
            for (int i = 0; i < channels; i++) {
                a[i] = (float) (scale[i] * inverse[i]);
                b[i] = (float) (shift[i] - mean[i] * inverse[i] * scale[i]);
            }
            columns.repeat(a, tileA);
            columns.repeat(b, tileB);
            columns.affine(x, rows * size, tileA, tileB, y);
            return y;
        }

        private void recall() {
            site.statistics().get(MEAN).get(0, a, 0, channels);
            site.statistics().get(VARIANCE).get(0, b, 0, channels);
            for (int i = 0; i < channels; i++) {
                mean[i] = a[i];
                inverse[i] = 1 / Math.sqrt(b[i] + norm.epsilon);
            }
            columns.repeat(a, tileMean);
        }

        private void measure(int rows) {
            columns.sums(x, rows * size, own);
            total("mean", rows);
            for (int i = 0; i < channels; i++) {
                mean[i] = all[i] / all[channels];
                a[i] = (float) mean[i];
            }
            columns.repeat(a, tileMean);
            columns.squares(x, rows * size, tileMean, own);
            total("variance", rows);
            if (site.lane().number() == 0) {
                remember();
            }
            for (int i = 0; i < channels; i++) {
                inverse[i] = 1 / Math.sqrt(all[i] / all[channels] + norm.epsilon);
            }
        }

        private void total(String what, int rows) {
            own[channels] = (double) rows * site.input().pixels();
            site.lane().total(what + site.number(), own, all);
        }

        /** Updates the running means. A single value has no variance and does not update it. */
        private void remember() {
            FloatBlock means = site.statistics().get(MEAN);
            FloatBlock variances = site.statistics().get(VARIANCE);
            means.get(0, a, 0, channels);
            variances.get(0, b, 0, channels);
            double n = all[channels];
            for (int i = 0; i < channels; i++) {
                a[i] += (float) (norm.momentum * (mean[i] - a[i]));
                b[i] += n > 1 ? (float) (norm.momentum * (all[i] / (n - 1) - b[i])) : 0;
            }
            means.put(0, a, 0, channels);
            variances.put(0, b, 0, channels);
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            columns.sumsAndProducts(x, gradient, rows * size, tileMean, own, products);
            for (int i = 0; i < channels; i++) {
                a[i] = (float) (products[i] * inverse[i]);
                b[i] = (float) own[i];
            }
            site.gradients().get(SCALE).put(0, a, 0, channels);
            site.gradients().get(SHIFT).put(0, b, 0, channels);
            if (still) {
                scale(gradient, rows);
                return gradient;
            }
            total("gradient", rows);
            double n = all[channels];
            for (int i = 0; i < channels; i++) {
                c[i] = (float) (all[i] / n);
            }
            System.arraycopy(products, 0, own, 0, channels);
            total("product", rows);
            for (int i = 0; i < channels; i++) {
                double slope = scale[i] * inverse[i];
                double tilt = slope * inverse[i] * inverse[i] * all[i] / n;
                a[i] = (float) slope;
                b[i] = (float) -tilt;
                c[i] = (float) (tilt * mean[i] - slope * c[i]);
            }
            columns.repeat(a, tileA);
            columns.repeat(b, tileB);
            columns.repeat(c, tileC);
            columns.blend(gradient, x, rows * size, tileA, tileB, tileC);
            return gradient;
        }

        /** Multiplies gradients by the slope of running means, which do not depend on the batch. */
        private void scale(float[] gradient, int rows) {
            for (int i = 0; i < channels; i++) {
                a[i] = (float) (scale[i] * inverse[i]);
                b[i] = 0;
            }
            columns.repeat(a, tileA);
            columns.repeat(b, tileB);
            columns.affine(gradient, rows * size, tileA, tileB, gradient);
        }
    }
}
