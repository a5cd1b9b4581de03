package relrep.models.layer;

/**
 * Computes tanh by an odd rational function that the JVM vectorises, unlike {@code Math.tanh}. The
 * function was fitted by us to the least largest error over [-8, 8]; beyond, tanh differs from ±1
 * by less than 2.3e-7. In float, the error is at most 3.1e-7, and the result is never beyond ±1.
 */
final class HyperbolicTangent {
    private static final float END = 8f;
    private static final float P0 = 1f;
    private static final float P1 = 0.1413268f;
    private static final float P2 = 0.004470726f;
    private static final float P3 = 0.00004344303f;
    private static final float P4 = 1.180819E-7f;
    private static final float P5 = 4.126222E-11f;
    private static final float Q1 = 0.47466013f;
    private static final float Q2 = 0.029357439f;
    private static final float Q3 = 0.0005094914f;
    private static final float Q4 = 0.0000027137958f;
    private static final float Q5 = 3.2126333E-9f;

    private HyperbolicTangent() {}

    /** Computes {@code x = out · tanh(in · x) + shift} for the first n values. */
    static void apply(float[] x, int n, float in, float out, float shift) {
        for (int i = 0; i < n; i++) {
            float v = Math.max(-END, Math.min(END, x[i] * in));
            float s = v * v;
            float p = ((((P5 * s + P4) * s + P3) * s + P2) * s + P1) * s + P0;
            float q = ((((Q5 * s + Q4) * s + Q3) * s + Q2) * s + Q1) * s + 1f;
            x[i] = v * p / q * out + shift;
        }
    }
}
