package relrep.models.layer;

import java.util.SplittableRandom;

/**
 * The latents of a variational autoencoder (Kingma &amp; Welling, ICLR 2014): from means μ and
 * logarithms of variances v, side by side, it computes {@code μ + e^(v/2) ε} in training, with ε
 * normal, and μ in inference. It adds the divergence from a standard normal distribution, {@code ½
 * Σ (μ² + eᵛ - 1 - v)}, times a weight, to the loss. ε depends on the seed, the step and the
 * sample's place in the batch.
 *
 * @param weight the weight of the divergence in the loss of a sample
 */
public record Reparameterisation(double weight) implements Layer {
    @Override
    public Volume output(Volume input) {
        return Volume.flat(input.size() / 2);
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(site, weight);
    }

    private static final class Work implements Kernel {
        private final int width;
        private final long noise;
        private final double weight;
        private final float[] y;
        private final float[] shift;
        private final float[] dx;
        private float[] x;
        private double scale;
        private double divergence;

        Work(LayerBuffers site, double weight) {
            width = site.input().size() / 2;
            noise = Noise.mix(site.lane().noise() + site.number());
            this.weight = weight;
            y = site.values(width);
            shift = site.values(width);
            dx = site.inputGradients();
        }

        @Override
        public float[] forward(float[] inputs, int rows, BatchContext pass) {
            x = inputs;
            scale = pass.scale();
            divergence = 0;
            for (int row = 0; row < rows; row++) {
                SplittableRandom random = Noise.of(noise, pass, row);
                for (int j = 0; j < width; j++) {
                    int at = row * width + j;
                    double mean = x[row * 2 * width + j];
                    double log = x[row * 2 * width + width + j];
                    double deviation = Math.exp(log / 2);
                    divergence += (mean * mean + deviation * deviation - 1 - log) / 2;
                    shift[at] = pass.training() ? (float) (deviation * random.nextGaussian()) : 0f;
                    y[at] = (float) mean + shift[at];
                }
            }
            return y;
        }

        @Override
        public double penalty() {
            return weight * divergence;
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            double share = weight * scale;
            for (int row = 0; row < rows && dx.length > 0; row++) {
                for (int j = 0; j < width; j++) {
                    int at = row * width + j;
                    int mean = row * 2 * width + j;
                    int log = mean + width;
                    dx[mean] = (float) (gradient[at] + share * x[mean]);
                    dx[log] =
                            (float) (gradient[at] * shift[at] / 2 + share * Math.expm1(x[log]) / 2);
                }
            }
            return dx;
        }
    }
}
