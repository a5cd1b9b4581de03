package relrep.runtime.compute;

import relrep.api.data.Matrix;
import relrep.api.run.Run;

import java.util.Locale;

/**
 * Tells when latents point in one direction, where a similarity that notices shifts sees little
 * else.
 */
final class Anisotropy {
    /** Above this mean cosine a space is called anisotropic. */
    private static final double BOUND = 0.2;

    private Anisotropy() {}

    static void note(String network, Matrix latents, String similarity, Run run) {
        double mean = meanCosine(latents);
        if (mean > BOUND) {
            run.note(
                    String.format(
                            Locale.ROOT,
                            "the latents of %s point in one direction (mean cosine %.2f, above %s):"
                                    + " %s sees mostly that direction, a similarity that does not"
                                    + " notice shifts sees more",
                            network,
                            mean,
                            BOUND,
                            similarity));
        }
    }

    /** Returns the mean cosine of two different rows; a row of zeros has cosine 0 with all. */
    static double meanCosine(Matrix latents) {
        int n = latents.rows();
        double[] sum = new double[latents.cols()];
        int directed = 0;
        for (int i = 0; i < n; i++) {
            float[] row = latents.row(i);
            double square = 0;
            for (float value : row) {
                square += (double) value * value;
            }
            if (square > 0) {
                directed++;
                double length = Math.sqrt(square);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += row[j] / length;
                }
            }
        }
        double all = 0;
        for (double value : sum) {
            all += value * value;
        }
        return n < 2 ? 0 : (all - directed) / ((double) n * (n - 1));
    }
}
