package relrep.models.layer;

/**
 * The nonlinearity SiLU, {@code x / (1 + e⁻ˣ)} (Elfwing et al., Neural Networks 2018; also called
 * swish).
 */
public record Silu() implements Layer {
    @Override
    public Volume output(Volume input) {
        return input;
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(site);
    }

    private static final class Work implements Kernel {
        private final int size;
        private final float[] y;

        /** The logistic function of the inputs, and then the derivative. */
        private final float[] slope;

        Work(LayerBuffers site) {
            size = site.input().size();
            y = site.values(size);
            slope = site.values(size);
        }

        @Override
        public float[] forward(float[] x, int rows, BatchContext pass) {
            int n = rows * size;
            System.arraycopy(x, 0, slope, 0, n);
            HyperbolicTangent.apply(slope, n, 0.5f, 0.5f, 0.5f);
            for (int i = 0; i < n; i++) {
                float s = slope[i];
                float value = x[i] * s;
                y[i] = value;
                slope[i] = s + value * (1f - s);
            }
            return y;
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            int n = rows * size;
            for (int i = 0; i < n; i++) {
                gradient[i] *= slope[i];
            }
            return gradient;
        }
    }
}
