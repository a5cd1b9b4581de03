package relrep.models.layer;

/**
 * Computes sums over a short part of an array in eight independent chains, which the processor runs
 * at once. The chains are in float, their sum in double.
 */
final class Sums {
    private static final int CHAINS = 8;

    private Sums() {}

    /** Returns {@code Σ x}. */
    static double of(float[] x, int from, int n) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        int end = from + n / CHAINS * CHAINS;
        int i = from;
        for (; i < end; i += CHAINS) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
            e += x[i + 4];
            f += x[i + 5];
            g += x[i + 6];
            h += x[i + 7];
        }
        double sum = (double) a + b + c + d + e + f + g + h;
        for (; i < from + n; i++) {
            sum += x[i];
        }
        return sum;
    }

    /** Returns {@code Σ (x - m)²}. */
    static double squares(float[] x, int from, int n, float m) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        int end = from + n / CHAINS * CHAINS;
        int i = from;
        for (; i < end; i += CHAINS) {
            a += (x[i] - m) * (x[i] - m);
            b += (x[i + 1] - m) * (x[i + 1] - m);
            c += (x[i + 2] - m) * (x[i + 2] - m);
            d += (x[i + 3] - m) * (x[i + 3] - m);
            e += (x[i + 4] - m) * (x[i + 4] - m);
            f += (x[i + 5] - m) * (x[i + 5] - m);
            g += (x[i + 6] - m) * (x[i + 6] - m);
            h += (x[i + 7] - m) * (x[i + 7] - m);
        }
        double sum = (double) a + b + c + d + e + f + g + h;
        for (; i < from + n; i++) {
            sum += (x[i] - m) * (x[i] - m);
        }
        return sum;
    }

    /** Returns {@code Σ x y}. */
    static double products(float[] x, float[] y, int from, int n) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        int end = from + n / CHAINS * CHAINS;
        int i = from;
        for (; i < end; i += CHAINS) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
            e += x[i + 4] * y[i + 4];
            f += x[i + 5] * y[i + 5];
            g += x[i + 6] * y[i + 6];
            h += x[i + 7] * y[i + 7];
        }
        double sum = (double) a + b + c + d + e + f + g + h;
        for (; i < from + n; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
