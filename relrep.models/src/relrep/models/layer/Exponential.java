package relrep.models.layer;

/**
 * Computes the exponential of numbers that are not above 0, in operations that the JVM vectorises.
 * (It does not vectorise {@code Math.exp} or conversions between int and float.) It computes {@code
 * eˣ - 1} by a polynomial in {@code x/32}, fitted by us to least relative error, which is doubled
 * five times by {@code e²ʸ - 1 = u (u + 2)}. The error is at most 1.6e-7, and the result is never
 * below 0. Below -24 the result is constant and less than 4e-11.
 */
final class Exponential {
    private static final float END = -24f;
    private static final float C2 = 0.49999914f;
    private static final float C3 = 0.16665018f;
    private static final float C4 = 0.04156326f;
    private static final float C5 = 0.008047177f;
    private static final float C6 = 0.0010189265f;

    private Exponential() {}

    /** Replaces the first n values by their exponentials. */
    static void apply(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = of(x[i]);
        }
    }

    /** Returns {@code eˣ} for x ≤ 0. */
    static float of(float x) {
        float v = Math.max(END, x) * (1 / 32f);
        float u = v * (((((C6 * v + C5) * v + C4) * v + C3) * v + C2) * v + 1f);
        u *= u + 2f;
        u *= u + 2f;
        u *= u + 2f;
        u *= u + 2f;
        u *= u + 2f;
        return u + 1f;
    }
}
