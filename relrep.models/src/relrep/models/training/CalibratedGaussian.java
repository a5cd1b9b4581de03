package relrep.models.training;

import relrep.api.data.Matrix;

/**
 * The loss of a calibrated Gaussian: minus the logarithm of the density of each value, where the
 * variance is that of the batch's errors: {@code ½ + ½ log MSE} for each value (Rybkin et al.,
 * Simple and Effective VAE Training with Calibrated Decoders, ICML 2021; Moschella et al. use it).
 * The standard deviation is at least e⁻⁶.
 */
public final class CalibratedGaussian implements Loss {
    private static final double LEAST = Math.exp(-12);

    private final MeanSquares squares;

    /** Makes the loss; sample {@code i} is compared with row {@code i}. */
    public CalibratedGaussian(Matrix targets) {
        squares = new MeanSquares(targets);
    }

    /** Computes the loss. The variance minimises it, so its own gradient is 0. */
    @Override
    public double measure(
            float[] outputs, int rows, int[] samples, int from, double scale, float[] gradient) {
        if (rows == 0) {
            return 0;
        }
        double mean = squares.measure(outputs, rows, samples, from, scale / 2, gradient) / rows;
        double variance = Math.max(LEAST, mean);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) (gradient[i] / variance);
        }
        return rows * (mean / variance + Math.log(variance)) / 2;
    }
}
