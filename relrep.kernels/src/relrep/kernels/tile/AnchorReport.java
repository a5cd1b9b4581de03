package relrep.kernels.tile;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.kernels.linear.ColumnSpace;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Svd;

import java.util.stream.IntStream;

/**
 * Numbers that describe how well anchors represent a space.
 *
 * @param anchors the number of anchors, <i>k</i>
 * @param coverage the share of the variance that the nearest anchors explain, {@code 1 - Σ‖x -
 *     nearest‖² / Σ‖x - mean‖²}: 1 if every point is an anchor, 0 if the mean alone is as good,
 *     negative if it is better
 * @param farthest the largest distance of a point from its nearest anchor, in root mean square
 *     distances of the points from their mean
 * @param redundancy the mean over the anchors of the largest cosine with another one, both minus
 *     the mean of the points: near 1 if anchors are close together; NaN for a single anchor
 * @param duplicates the number of anchors that equal an earlier one in all coordinates
 * @param rank the number of dimensions of the centred anchors, at most {@code min(k - 1, d)}: a
 *     rigid or affine map is determined only in these
 * @param condition largest over smallest singular value of the centred anchors, without those of
 *     rounding; NaN if there are none, or if it is so large that rounding decides it
 * @param span the share of the variance of the points in these dimensions
 */
public record AnchorReport(
        int anchors,
        double coverage,
        double farthest,
        double redundancy,
        int duplicates,
        int rank,
        double condition,
        double span) {
    /**
     * Measures the anchors of some points.
     *
     * @param points {@code n × d}, finite, not all equal
     * @param anchors {@code k × d}, finite
     * @throws InvalidInputException when the widths differ, there is no anchor, or all points are
     *     equal
     */
    public static AnchorReport of(Matrix points, Matrix anchors, Run run) {
        if (anchors.rows() == 0) {
            throw new InvalidInputException("a report on anchors needs 1 at least, there is none");
        }
        double[] mean = Moments.of(points).mean();
        double spread = 0;
        for (int i = 0; i < points.rows(); i++) {
            spread += square(less(points.row(i), mean));
        }
        if (!(spread > 0)) {
            throw new InvalidInputException(
                    "a report on anchors needs points that differ, all %d are equal"
                            .formatted(points.rows()));
        }
        Neighbours near = Neighbours.among(points, anchors, 1, Closeness.EUCLIDEAN, run);
        double missed = 0;
        double farthest = 0;
        for (int i = 0; i < points.rows(); i++) {
            double square = ExactScores.squaredDistance(points.row(i), anchors.row(near.of(i)[0]));
            missed += square;
            farthest = Math.max(farthest, square);
        }
        DoubleMatrix rows = DoubleMatrix.of(anchors);
        relrep.kernels.linear.MatrixRows all = relrep.kernels.linear.MatrixRows.of(anchors);
        Svd svd = ColumnSpace.of(all.minus(all.mean())).svd();
        int rank = svd.values().length;
        return new AnchorReport(
                anchors.rows(),
                1 - missed / spread,
                Math.sqrt(farthest * points.rows() / spread),
                redundancy(rows, mean),
                duplicates(anchors),
                rank,
                condition(svd.values(), Math.max(anchors.rows(), anchors.cols())),
                inside(points, mean, svd.vt()) / spread);
    }

    /** The singular values of a matrix of that size are known up to rounding of the largest. */
    private static double condition(double[] values, int size) {
        int last = values.length - 1;
        return last >= 0 && values[last] > size * Math.ulp(values[0])
                ? values[0] / values[last]
                : Double.NaN;
    }

    private static double[] less(float[] row, double[] mean) {
        double[] values = new double[mean.length];
        for (int j = 0; j < values.length; j++) {
            values[j] = row[j] - mean[j];
        }
        return values;
    }

    private static double square(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    private static DoubleMatrix less(DoubleMatrix rows, double[] mean) {
        double[] values = rows.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean[i % mean.length];
        }
        return DoubleMatrix.of(rows.rows(), rows.cols(), values);
    }

    private static double redundancy(DoubleMatrix anchors, double[] mean) {
        int k = anchors.rows();
        DoubleMatrix rows = less(anchors, mean);
        DoubleMatrix products = rows.timesTranspose(rows);
        double sum = 0;
        for (int i = 0; i < k; i++) {
            double largest = -1;
            for (int j = 0; j < k; j++) {
                double norms = Math.sqrt(products.get(i, i) * products.get(j, j));
                double cosine = norms > 0 ? products.get(i, j) / norms : 0;
                largest = i == j ? largest : Math.max(largest, Math.min(1, cosine));
            }
            sum += largest;
        }
        return k == 1 ? Double.NaN : sum / k;
    }

    private static int duplicates(Matrix anchors) {
        long distinct =
                IntStream.range(0, anchors.rows())
                        .mapToObj(j -> anchors.rows(j, j + 1))
                        .distinct()
                        .count();
        return (int) (anchors.rows() - distinct);
    }

    /** Returns the sum of squares of the centred points along the axes. */
    private static double inside(Matrix points, double[] mean, DoubleMatrix axes) {
        if (axes.rows() == 0) {
            return 0;
        }
        double sum = 0;
        int block = 1024;
        for (int from = 0; from < points.rows(); from += block) {
            Matrix some = points.rows(from, Math.min(points.rows(), from + block));
            sum += Math.pow(less(DoubleMatrix.of(some), mean).timesTranspose(axes).norm(), 2);
        }
        return sum;
    }
}
