package relrep.similarity.internal;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.tile.Moments;
import relrep.kernels.tile.Standardisation;

import java.util.Arrays;

/**
 * The mean and scale of each coordinate in a batch: {@code (z - mean) · factor} has mean 0 and
 * variance 1, up to {@code eps}. A coordinate that is constant in the batch has factor 0.
 *
 * @param mean {@code d} values
 * @param factor {@code d} values, {@code 1 / √(variance + eps)}; all 1 if only the mean is used
 * @param scaled whether the factors come from the batch
 */
@SuppressWarnings("ArrayRecordComponent") // applied, never compared
record Statistics(double[] mean, double[] factor, boolean scaled) {
    /**
     * The least variance of a used coordinate. Below it, the factor exceeds float32's range, and so
     * do most differences.
     */
    private static final double SMALLEST_VARIANCE = 1e-76;

    /** Returns the statistics that shift rows to the mean of a batch, and change nothing else. */
    static Statistics centre(Matrix batch) {
        Statistics all = of(batch, 0);
        double[] ones = new double[all.mean.length];
        Arrays.fill(ones, 1);
        return new Statistics(all.mean, ones, false);
    }

    static Statistics of(Matrix batch, double eps) {
        if (batch.rows() == 0) {
            throw new InvalidInputException(
                    "robust-cosine needs a batch of at least 1 row for its statistics, there is"
                            + " none");
        }
        Moments moments = Moments.of(batch.requireFinite("the batch"));
        return of(moments.mean(), moments.variance(), eps);
    }

    /** Returns statistics from means and biased variances. */
    static Statistics of(double[] mean, double[] variance, double eps) {
        double[] factor = new double[variance.length];
        for (int j = 0; j < factor.length; j++) {
            factor[j] = variance[j] > SMALLEST_VARIANCE ? 1 / Math.sqrt(variance[j] + eps) : 0;
        }
        return new Statistics(mean, factor, true);
    }

    Standardisation standardisation() {
        return Standardisation.of(mean, factor);
    }

    /** Returns rows standardised in double precision. */
    DoubleMatrix apply(DoubleMatrix rows) {
        return centred(rows).scaledColumns(factor);
    }

    /** Returns rows minus the mean. */
    DoubleMatrix centred(DoubleMatrix rows) {
        double[] values = rows.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean[i % mean.length];
        }
        return DoubleMatrix.of(rows.rows(), rows.cols(), values);
    }

    /**
     * Returns the gradient of a loss with respect to the batch, when these are the statistics of
     * the batch itself and change with it: batch normalisation, Ioffe &amp; Szegedy, 2015.
     *
     * @param batch {@code n × d}, the batch of the statistics
     * @param others {@code k × d}, other rows standardised with them
     * @param ofBatch the gradient with respect to the standardised batch
     * @param ofOthers the gradient with respect to the standardised others
     */
    DoubleMatrix pullBack(
            DoubleMatrix batch, DoubleMatrix others, DoubleMatrix ofBatch, DoubleMatrix ofOthers) {
        DoubleMatrix centred = centred(batch);
        double[] toMean = sum(columnSums(ofBatch), columnSums(ofOthers));
        double[] toFactor =
                sum(
                        columnSums(ofBatch.timesEach(centred)),
                        columnSums(ofOthers.timesEach(centred(others))));
        double[] slope = new double[factor.length];
        for (int j = 0; j < slope.length; j++) {
            slope[j] = scaled ? -toFactor[j] * Math.pow(factor[j], 3) / batch.rows() : 0;
            toMean[j] *= -factor[j] / batch.rows();
        }
        double[] result =
                ofBatch.scaledColumns(factor).plus(centred.scaledColumns(slope)).toArray();
        for (int i = 0; i < result.length; i++) {
            result[i] += toMean[i % toMean.length];
        }
        return DoubleMatrix.of(batch.rows(), batch.cols(), result);
    }

    private static double[] columnSums(DoubleMatrix matrix) {
        double[] ones = new double[matrix.rows()];
        Arrays.fill(ones, 1);
        return matrix.rows() == 0 ? new double[matrix.cols()] : matrix.leftTimes(ones);
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int j = 0; j < sum.length; j++) {
            sum[j] += b[j];
        }
        return sum;
    }
}
