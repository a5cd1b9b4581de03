package relrep.models.layer;

/** A function of each value alone, computed in place. */
public enum Activation implements Layer {
    /** {@code max(0, x)}. */
    RELU {
        @Override
        void apply(float[] x, int n) {
            for (int i = 0; i < n; i++) {
                x[i] = Math.max(0f, x[i]);
            }
        }

        /**
         * Multiplies by 0 or 1 without a branch; a branch would be predicted wrong half of the
         * time.
         */
        @Override
        void pullBack(float[] y, float[] gradient, int n) {
            for (int i = 0; i < n; i++) {
                gradient[i] *= Math.min(1f, y[i] * Float.MAX_VALUE);
            }
        }
    },

    /** The hyperbolic tangent. */
    TANH {
        @Override
        void apply(float[] x, int n) {
            HyperbolicTangent.apply(x, n, 1f, 1f, 0f);
        }

        @Override
        void pullBack(float[] y, float[] gradient, int n) {
            for (int i = 0; i < n; i++) {
                gradient[i] *= 1f - y[i] * y[i];
            }
        }
    },

    /** {@code 1 / (1 + e⁻ˣ)}. */
    SIGMOID {
        @Override
        void apply(float[] x, int n) {
            HyperbolicTangent.apply(x, n, 0.5f, 0.5f, 0.5f);
        }

        @Override
        void pullBack(float[] y, float[] gradient, int n) {
            for (int i = 0; i < n; i++) {
                gradient[i] *= y[i] * (1f - y[i]);
            }
        }
    },

    /** The value itself. */
    LINEAR {
        @Override
        void apply(float[] x, int n) {}

        @Override
        void pullBack(float[] y, float[] gradient, int n) {}
    };

    /** Replaces the first n values by the function of them. */
    abstract void apply(float[] x, int n);

    /** Multiplies gradients by the derivative, computed from the function's value. */
    abstract void pullBack(float[] y, float[] gradient, int n);

    @Override
    public Volume output(Volume input) {
        return input;
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(this, site.input().size());
    }

    private static final class Work implements Kernel {
        private final Activation activation;
        private final int size;
        private float[] y;

        Work(Activation activation, int size) {
            this.activation = activation;
            this.size = size;
        }

        @Override
        public float[] forward(float[] x, int rows, BatchContext pass) {
            y = x;
            activation.apply(y, rows * size);
            return y;
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            activation.pullBack(y, gradient, rows * size);
            return gradient;
        }
    }
}
