package relrep.models.layer;

/**
 * Dropout (Srivastava et al., JMLR 2014): in training, each value is set to 0 with probability p
 * and divided by 1 - p otherwise. The choice depends on the seed, the step and the sample's place
 * in the batch, not on threads.
 *
 * @param probability p, below 1
 */
public record Dropout(double probability) implements Layer {
    @Override
    public Volume output(Volume input) {
        return input;
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(site, probability);
    }

    private static final class Work implements Kernel {
        private final int size;
        private final long noise;
        private final int threshold;
        private final float kept;
        private final float[] mask;
        private final float[] y;
        private boolean random;

        Work(LayerBuffers site, double probability) {
            size = site.input().size();
            noise = Noise.mix(site.lane().noise() + site.number());
            threshold = (int) Math.round(probability * (1 << Noise.BITS));
            kept = (float) (1 / (1 - probability));
            mask = site.values(size);
            y = site.values(size);
        }

        @Override
        public float[] forward(float[] x, int rows, BatchContext pass) {
            random = pass.training();
            if (!random) {
                return x;
            }
            int start = (int) Noise.mix(noise + pass.step());
            draw(start + pass.first() * size, rows * size);
            System.arraycopy(x, 0, y, 0, rows * size);
            times(y, rows * size);
            return y;
        }

        private void draw(int start, int n) {
            for (int i = 0; i < n; i++) {
                mask[i] = Noise.bits(start + i) < threshold ? 0f : kept;
            }
        }

        private void times(float[] x, int n) {
            for (int i = 0; i < n; i++) {
                x[i] *= mask[i];
            }
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            if (random) {
                times(gradient, rows * size);
            }
            return gradient;
        }
    }
}
