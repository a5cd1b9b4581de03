package relrep.models.layer;

/**
 * The nonlinearity GELU, {@code x Φ(x)}, where Φ is the normal distribution function (Hendrycks and
 * Gimpel 2016, the exact form). It is {@code max(0, x) - h(|x|)} with {@code h(a) = a Φ(-a)}, and
 * Φ(-a) is {@code e^(-a²/2)} times a rational function, fitted by us to least relative error over
 * [0, 6]; beyond, h is below 6e-9. The error of value and derivative is at most 4e-7 plus 1e-7
 * times |x|.
 */
public record Gelu() implements Layer {
    private static final float END = 6f;
    private static final float DENSITY = 0.3989423f;
    private static final float P0 = 0.49999997f;
    private static final float P1 = 0.3346019f;
    private static final float P2 = 0.10448196f;
    private static final float P3 = 0.013632675f;
    private static final float Q1 = 1.4670848f;
    private static final float Q2 = 0.87956256f;
    private static final float Q3 = 0.26134488f;
    private static final float Q4 = 0.03419263f;

    @Override
    public Volume output(Volume input) {
        return input;
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(site);
    }

    /** Works in tiles, in loops that are short enough for the JVM to vectorise them. */
    private static final class Work implements Kernel {
        private static final int TILE = 1024;

        private final int size;
        private final float[] y;
        private final float[] slope;
        private final float[] x = new float[TILE];
        private final float[] a = new float[TILE];
        private final float[] e = new float[TILE];
        private final float[] tail = new float[TILE];

        Work(LayerBuffers site) {
            size = site.input().size();
            y = site.values(size);
            slope = site.inputGradients();
        }

        @Override
        public float[] forward(float[] inputs, int rows, BatchContext pass) {
            boolean learning = slope.length > 0 && pass.gradients();
            int length = rows * size;
            for (int at = 0; at < length; at += TILE) {
                int n = Math.min(TILE, length - at);
                System.arraycopy(inputs, at, x, 0, n);
                begin(x, a, e);
                Exponential.apply(e, TILE);
                tail(a, e, tail);
                if (learning) {
                    slope(x, a, e, tail);
                    System.arraycopy(e, 0, slope, at, n);
                }
                value(x, a, tail);
                System.arraycopy(x, 0, y, at, n);
            }
            return y;
        }

        /** Writes |x| and the argument of the exponential. */
        private static void begin(float[] x, float[] a, float[] e) {
            for (int i = 0; i < x.length; i++) {
                float v = Math.min(END, Math.abs(x[i]));
                a[i] = v;
                e[i] = -0.5f * v * v;
            }
        }

        /** Writes {@code Φ(-a)}. */
        private static void tail(float[] a, float[] e, float[] tail) {
            for (int i = 0; i < a.length; i++) {
                float v = a[i];
                float p = ((P3 * v + P2) * v + P1) * v + P0;
                float q = (((Q4 * v + Q3) * v + Q2) * v + Q1) * v + 1f;
                tail[i] = e[i] * (p / q);
            }
        }

        /** Replaces x by the value. */
        private static void value(float[] x, float[] a, float[] tail) {
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.max(0f, x[i]) - a[i] * tail[i];
            }
        }

        /**
         * Replaces e by the derivative, Φ(x) + x φ(x). Below 0 it is {@code h'(a) = Φ(-a) - a
         * φ(a)}, above 0 it is 1 minus this.
         */
        private static void slope(float[] x, float[] a, float[] e, float[] tail) {
            for (int i = 0; i < x.length; i++) {
                float up = Math.min(1f, Math.max(0f, x[i] * Float.MAX_VALUE));
                e[i] = up + (1f - 2f * up) * (tail[i] - a[i] * e[i] * DENSITY);
            }
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            if (slope.length > 0) {
                times(gradient, slope, rows * size);
            }
            return gradient;
        }

        private static void times(float[] x, float[] y, int n) {
            for (int i = 0; i < n; i++) {
                x[i] *= y[i];
            }
        }
    }
}
