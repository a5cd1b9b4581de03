package relrep.models.layer;

import java.util.SplittableRandom;

/**
 * Adds Gaussian noise to each value in training. The noise depends on the seed, the step and the
 * sample's place in the batch, not on threads.
 *
 * @param deviation its standard deviation
 */
public record InputNoise(double deviation) implements Layer {
    @Override
    public Volume output(Volume input) {
        return input;
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(site, deviation);
    }

    private static final class Work implements Kernel {
        private final int size;
        private final long noise;
        private final double deviation;
        private final float[] y;

        Work(LayerBuffers site, double deviation) {
            size = site.input().size();
            noise = Noise.mix(site.lane().noise() + site.number());
            this.deviation = deviation;
            y = site.values(size);
        }

        @Override
        public float[] forward(float[] x, int rows, BatchContext pass) {
            if (!pass.training()) {
                return x;
            }
            for (int row = 0; row < rows; row++) {
                SplittableRandom random = Noise.of(noise, pass, row);
                for (int i = row * size; i < (row + 1) * size; i++) {
                    y[i] = x[i] + (float) (deviation * random.nextGaussian());
                }
            }
            return y;
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            return gradient;
        }
    }
}
