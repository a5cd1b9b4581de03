package relrep.models.architecture;

/** Functions of one number, by which encoders end; in double precision. */
public enum PointFunction {
    /** The number itself. */
    IDENTITY {
        @Override
        public double of(double z) {
            return z;
        }
    },
    /** {@code max(0, z)}. */
    RELU {
        @Override
        public double of(double z) {
            return Math.max(0, z);
        }
    },
    /** {@code z} above 0, {@code 0.01 z} below. */
    LEAKY_RELU {
        @Override
        public double of(double z) {
            return z > 0 ? z : LEAK * z;
        }
    },
    /** {@code z Φ(z)}, where Φ is the normal distribution function. */
    GELU {
        @Override
        public double of(double z) {
            return z * normal(z);
        }
    },
    /** {@code 1 / (1 + e⁻ᶻ)}. */
    SIGMOID {
        @Override
        public double of(double z) {
            return 1 / (1 + Math.exp(-z));
        }
    },
    /** The hyperbolic tangent. */
    TANH {
        @Override
        public double of(double z) {
            return Math.tanh(z);
        }
    },
    /** A Gaussian of each coordinate, {@code exp(-z²)}. */
    RBF {
        @Override
        public double of(double z) {
            return Math.exp(-z * z);
        }
    };

    private static final double LEAK = 0.01;

    /** Abramowitz &amp; Stegun, formula 7.1.26: the error is below 1.5e-7. */
    private static final double P = .3275911;

    private static final double[] A = {
        .254829592, -.284496736, 1.421413741, -1.453152027, 1.061405429
    };

    /** Returns the function's value. */
    public abstract double of(double z);

    /** Returns the normal distribution function. */
    private static double normal(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + P * x);
        double sum = 0;
        for (int i = A.length - 1; i >= 0; i--) {
            sum = (sum + A[i]) * t;
        }
        double upper = sum * Math.exp(-x * x) / 2;
        return z > 0 ? 1 - upper : upper;
    }
}
