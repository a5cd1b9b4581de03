package relrep.models.training;

import relrep.api.data.Matrix;

/**
 * Minus the logarithm of a Gaussian density of each value, whose variance is that of the batch's
 * own errors: {@code ½ + ½ log MSE} for each value (Rybkin et al., Simple and Effective VAE
 * Training with Calibrated Decoders, ICML 2021; Moschella et al. use it). The deviation is not let
 * below e⁻⁶.
 */
public final class CalibratedGaussian implements Loss {
    private static final double LEAST = Math.exp(-12);

    private final MeanSquares squares;

    /** Compares sample {@code i} with row {@code i}. */
    public CalibratedGaussian(Matrix targets) {
        squares = new MeanSquares(targets);
    }

    /** The variance minimises the loss, so that its own gradient is 0. */
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
